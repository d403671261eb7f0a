using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.OutsideSales;

namespace Kim.Market.Domain.Tests.OutsideSales;

public class OutsideSaleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly February = new(2026, 2, 1);
    private static readonly Id<Business> Shop = Id<Business>.New();
    private static readonly Guid Book = Guid.NewGuid();
    private static readonly OutsideSaleStated Stated = new(
        OutsideSale.Of(Shop, February, OutsideWay.Shop), Shop, February, OutsideWay.Shop, new(1_250_000), Book, new(2026, 2, 28, 23, 59, 59, TimeSpan.FromHours(8)));

    [Fact]
    public void What_is_stated_of_a_month_that_is_over_happened_by_its_end_and_stands_once()
    {
        State(null, February, 1_250_000).Then(Stated);
        State(After(Stated), February, 1_250_000).Then();
        Assert.Equal(Now, Assert.IsType<OutsideSaleStated>(State(null, new(2026, 3, 1), 5).Single()).At);
        Assert.NotEqual(Stated.OutsideSale, OutsideSale.Of(Shop, February, OutsideWay.Fair));
        Assert.NotEqual(Stated.OutsideSale, OutsideSale.Of(Shop, February.AddMonths(1), OutsideWay.Shop));
    }

    [Fact]
    public void Neither_of_months_to_come_nor_of_long_ago_nor_of_nothing()
    {
        State(null, new(2026, 4, 1), 5).ThenRefused(OutsideSaleRefusals.Ahead);
        State(null, new(2024, 2, 1), 5).ThenRefused(OutsideSaleRefusals.TooLongAgo);
        Assert.Single(State(null, new(2024, 3, 1), 5));
        State(null, February, 0).ThenRefused(OutsideSaleRefusals.Total);
        State(null, February, Limits.OutsideSale + 1).ThenRefused(OutsideSaleRefusals.Total);
    }

    [Fact]
    public void Whoever_changes_it_says_why_and_names_no_telephone()
    {
        State(After(Stated), February, 9).ThenRefused(OutsideSaleRefusals.ReasonLength);
        State(After(Stated), February, 9, "Tanya 0812 3456 789").ThenRefused(OutsideSaleRefusals.ReasonHoldsNumber);
        State(After(Stated), February, 9, " Satu nota terlewat ").Then(new OutsideSaleRestated(new(9), Book, "Satu nota terlewat", Now));
    }

    [Fact]
    public void It_is_taken_back_or_refused_with_a_reason_and_may_be_stated_again()
    {
        After(Stated).Withdraw("", Now).ThenRefused(OutsideSaleRefusals.ReasonLength);
        After(Stated).Withdraw("Salah bulan", Now).Then(new OutsideSaleWithdrawn("Salah bulan", Now));
        var office = Id<Office>.New();
        var refused = new OutsideSaleRefused(office, "Tidak terbaca", Now);
        After(Stated).Refuse(office, "Tidak terbaca", Now).Then(refused);
        After(Stated, refused).Refuse(office, "Tidak terbaca", Now).Then();
        After(Stated, new OutsideSaleWithdrawn("Salah bulan", Now)).Refuse(office, "Tidak terbaca", Now).ThenRefused(OutsideSaleRefusals.Withdrawn);
        State(After(Stated, refused), February, 1_250_000).ThenRefused(OutsideSaleRefusals.ReasonLength);
        State(After(Stated, refused), February, 1_250_000, "Foto yang jelas").Then(new OutsideSaleRestated(new(1_250_000), Book, "Foto yang jelas", Now));
        Assert.Equal(OutsideStanding.Stated, After(Stated, refused, new OutsideSaleRestated(new(5), Book, "Foto yang jelas", Now)).Standing);
    }

    private static OutsideSale After(params OutsideSaleEvent[] happened) => Given.History<OutsideSale, OutsideSaleEvent>(happened);

    private static Decision<OutsideSaleEvent> State(OutsideSale? known, DateOnly month, long total, string reason = "") =>
        OutsideSale.State(known, Shop, month, OutsideWay.Shop, new(total), Book, reason, Now);
}
