using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Tests.Notices;

/// <summary>Who hears of what, without a database.</summary>
public class OutboxTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly Words Indonesian = new();

    [Fact]
    public void Of_a_commit_each_stream_tells_its_last_word_only()
    {
        var order = Guid.NewGuid();

        var heard = Outbox.Of([Said(order, new OrderHandedOver(Now)), Said(order, new OrderArrived(ArrivalWord.Buyer, null, Now)), Said(order, new OrderCompleted(new(1), Now))]);

        Assert.Equal([(NoticeKind.OrderCompleted, order)], heard);
    }

    [Fact]
    public void What_is_answered_in_the_moment_it_is_asked_waits_for_nobody()
    {
        var stall = Guid.NewGuid();
        var registered = new BusinessRegistered(new(stall), new(Guid.NewGuid()), "Dapur", "dapur", BusinessKind.Individual, Cast.Village, "", Now);

        Assert.Equal([(NoticeKind.StallWaiting, stall)], Outbox.Of([Said(stall, registered)]));
        Assert.Equal([(NoticeKind.StallApproved, stall)], Outbox.Of([Said(stall, registered), Said(stall, new BusinessApproved(Now))]));
    }

    [Fact]
    public void Orders_of_several_sellers_are_a_row_each()
    {
        var heard = Outbox.Of([Said(Guid.NewGuid(), new OrderCancelled(Now)), Said(Guid.NewGuid(), new OrderCancelled(Now))]);

        Assert.Equal(2, heard.Count);
    }

    [Fact]
    public void What_comes_in_bulk_is_told_no_more_than_so_often()
    {
        var heard = Outbox.Of([.. Enumerable.Range(0, 500).Select(_ => Said(Guid.NewGuid(), new BusinessApproved(Now)))]);

        Assert.Equal(Outbox.MostOfAKind, heard.Count);
    }

    [Fact]
    public void Nothing_is_written_for_what_nobody_hears_of_and_for_a_past_that_is_made_up()
    {
        var outbox = new Outbox();
        Recorded[] accepted = [Said(Guid.NewGuid(), new OrderAccepted(Now))];

        Assert.Null(outbox.Write([Said(Guid.NewGuid(), new BuyerNumberConfirmed(Now))], new Metadata()));
        Assert.Null(outbox.Write(accepted, new Metadata(At: Now)));
        Assert.NotNull(outbox.Write(accepted, new Metadata()));
    }

    [Fact]
    public void Every_kind_has_a_line_an_audience_a_sentence_and_a_place()
    {
        var words = new NoticeWords(Indonesian);
        var fallback = words.Of((NoticeKind)(-1), Sides.Seller, "X");
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            var rule = NoticeRules.Of(kind);
            Assert.NotEqual(Sides.None, rule.For);
            foreach (var side in Enum.GetValues<Sides>().Where(side => side != Sides.None && rule.For.HasFlag(side)))
            {
                var said = words.Of(kind, side, "X");
                Assert.NotEqual(fallback, said);
                Assert.Contains("X", said, StringComparison.Ordinal);
                Assert.StartsWith("/", NoticePlace.Of(kind, side, Guid.NewGuid(), Guid.NewGuid(), "x"), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Money_and_certificates_are_not_for_those_who_only_help()
    {
        var helpers = new[] { nameof(BusinessRole.OrderHelper), nameof(BusinessRole.GoodsHelper) };

        Assert.DoesNotContain(NoticeRules.Ears, ear => helpers.Contains(ear.Role) && NoticeRules.Of(ear.Kind).Topic is NoticeTopic.Payments or NoticeTopic.Certificates);
        Assert.Contains(NoticeRules.Ears, ear => ear is { Kind: NoticeKind.OrderPlaced, Role: nameof(BusinessRole.OrderHelper) });
        Assert.DoesNotContain(NoticeRules.Ears, ear => ear is { Kind: NoticeKind.OrderPlaced, Role: nameof(BusinessRole.GoodsHelper) });
    }

    private static Recorded Said(Guid stream, object data) => new(0, stream, 0, Now, "", data, new Metadata());
}
