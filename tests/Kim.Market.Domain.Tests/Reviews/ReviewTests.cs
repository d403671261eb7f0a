using FsCheck;
using FsCheck.Fluent;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Reviews;

namespace Kim.Market.Domain.Tests.Reviews;

public class ReviewTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Id<Product> Amplang = Id<Product>.New();
    private static readonly Id<Group> Kim = Id<Group>.New();

    private static readonly OrderPlaced Placed = (OrderPlaced)Order.Place(
        Id<Order>.New(), "PK-2603-000001", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Kim, RegionCode.Parse("64.02.15.1004"),
        [new(Amplang, "Amplang", "bungkus", 2, new(25_000))], Handover.Pickup, null, Noon)[0];

    private static readonly ReviewGiven Given5 = new(Review.Of(Placed.Order, Amplang), Placed.Order, Amplang, Placed.Seller, Kim, null, 5, "Renyah.", Noon);

    [Fact]
    public void Only_who_bought_it_and_has_it_says_something_of_it_and_once_a_line()
    {
        Review.Give(null, Completed, Amplang, Kim, null, 5, " Renyah. ", Noon).Then(Given5);
        Review.Give(Known(), Completed, Amplang, Kim, null, 5, "Renyah.", Noon).Then();
        Review.Give(Known(), Completed, Amplang, Kim, null, 3, "Kurang renyah.", Noon).Then(new ReviewChanged(3, "Kurang renyah.", Noon));
        Review.Give(null, Completed, Id<Product>.New(), Kim, null, 5, "", Noon).ThenRefused(ReviewRefusals.NotBought);
        Review.Give(null, Given.History<Order, OrderEvent>(Placed), Amplang, Kim, null, 5, "", Noon).ThenRefused(ReviewRefusals.NotBought);
        Assert.NotEqual(Review.Of(Placed.Order, Amplang), Review.Of(Placed.Order, Id<Product>.New()));
    }

    [Fact]
    public void Stars_are_one_to_five_and_words_have_an_end()
    {
        Review.Give(null, Completed, Amplang, Kim, null, 0, "", Noon).ThenRefused(ReviewRefusals.NoStars);
        Review.Give(null, Completed, Amplang, Kim, null, 6, "", Noon).ThenRefused(ReviewRefusals.NoStars);
        Review.Give(null, Completed, Amplang, Kim, null, 1, new string('a', 501), Noon).ThenRefused(ReviewRefusals.TooLong);
        Known([.. Enumerable.Repeat(new ReviewChanged(4, "", Noon), Limits.ReviewChanges)]).Change(5, "", Noon).ThenRefused(ReviewRefusals.ChangedOften);
    }

    [Fact]
    public void No_number_of_anybody_gets_in()
    {
        Review.Give(null, Completed, Amplang, Kim, null, 5, "Pesan lagi di 0812-3456-7890 ya, 250 g cukup", Noon)
            .Then(Given5 with { Text = "Pesan lagi di ••••-••••-•••• ya, 250 g cukup" });
        Known().Reply("Hubungi 0812 3456 7890", Noon).Then(new ReviewAnswered("Hubungi •••• •••• ••••", Noon));
        Known().Hide(HidingReason.PersonalData, "NIK 6402151004000001", Noon).Then(new ReviewHidden(HidingReason.PersonalData, "NIK ••••••••••••••••", Noon));
    }

    [Fact]
    public void The_seller_replies_and_the_KIM_hides_and_shows()
    {
        Known().Reply("Terima kasih.", Noon).Then(new ReviewAnswered("Terima kasih.", Noon));
        Known(new ReviewAnswered("Terima kasih.", Noon)).Reply(" Terima kasih. ", Noon).Then();
        Known().Reply(" ", Noon).ThenRefused(ReviewRefusals.NoReply);

        var hidden = new ReviewHidden(HidingReason.Insult, "", Noon);
        Known().Hide(HidingReason.Insult, "", Noon).Then(hidden);
        Known(hidden).Hide(HidingReason.Insult, " ", Noon).Then();
        Known(hidden).ShowAgain(Noon).Then(new ReviewShownAgain(Noon));
        Known().ShowAgain(Noon).Then();
    }

    [Fact]
    public void What_is_masked_holds_no_number_and_keeps_every_other_letter() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Arb.From(Gen.Elements("0123456789 .-+()abc".ToCharArray()).ArrayOf().Select(letters => new string(letters))), text =>
        {
            var masked = PublicText.Mask(text);
            Assert.False(PublicText.HoldsNumber(masked), masked);
            Assert.Equal(text.Length, masked.Length);
            Assert.True(PublicText.HoldsNumber(text) || masked == text);
            Assert.Equal(masked, PublicText.Mask(masked));
        }));

    private static Order Completed => Given.History<Order, OrderEvent>(
        Placed, new OrderAccepted(Noon), new OrderReadied(Noon), new OrderHandedOver(Noon), new OrderCompleted(Placed.Total, Noon));

    private static Review Known(params ReviewEvent[] history) => Given.History<Review, ReviewEvent>([Given5, .. history]);
}
