using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Products;

/// <summary>The way of a product from its seller's drawer to the stall.</summary>
public class ReviewTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Id<Product> Amplang = Id<Product>.New();
    private static readonly Id<Business> Kitchen = Id<Business>.New();
    private static readonly Photo Front = new("aa", "Amplang dalam toples");
    private static readonly Photo Back = new("bb", "Label di belakang");
    private static readonly FixPoint[] Fix = [new(ReviewPoint.Packaging, "Tulis tanggal buat di label.")];
    private static readonly ProductEvent[] Ready = [new ProductPriced(new(25_000), Noon), new ProductPhotographed([Front], Noon)];

    [Fact]
    public void A_product_waits_for_its_KIM() => Given(Ready).Submit(isTrusted: false, Noon).Then(new ProductSubmitted(Noon));

    [Fact]
    public void A_trusted_seller_waits_for_nobody() => Given(Ready).Submit(isTrusted: true, Noon).Then(new ProductPublished(Noon));

    [Fact]
    public void What_the_KIM_asked_to_be_mended_is_looked_at_again_even_of_a_trusted_seller() =>
        Given([.. Ready, new ProductSubmitted(Noon), new ProductReturned(Fix, Noon)]).Submit(isTrusted: true, Noon).Then(new ProductSubmitted(Noon));

    [Fact]
    public void Without_a_price_or_a_photo_it_waits_for_nothing()
    {
        Given(Ready[1]).Submit(false, Noon).ThenRefused(ProductRefusals.NoPrice);
        Given(Ready[0]).Submit(false, Noon).ThenRefused(ProductRefusals.NoPhoto);
    }

    [Fact]
    public void The_KIM_says_what_to_mend_and_the_seller_still_sees_it_while_it_waits_again()
    {
        Given([.. Ready, new ProductSubmitted(Noon)]).Return(Fix, Noon).Then(new ProductReturned(Fix, Noon));

        var again = Given([.. Ready, new ProductSubmitted(Noon), new ProductReturned(Fix, Noon), new ProductSubmitted(Noon)]);
        Assert.Equal(Fix, again.Fixes);
        Assert.Empty(Given([.. Ready, new ProductReturned(Fix, Noon), new ProductPublished(Noon)]).Fixes);
    }

    [Fact]
    public void Something_on_the_stall_is_taken_off_it_before_it_is_mended() =>
        Given([.. Ready, new ProductPublished(Noon)]).Return(Fix, Noon).Then(new ProductWithdrawn(Noon), new ProductReturned(Fix, Noon));

    [Fact]
    public void A_request_names_each_point_once_and_says_something()
    {
        var waiting = Given([.. Ready, new ProductSubmitted(Noon)]);

        waiting.Return([], Noon).ThenRefused(ProductRefusals.NoFixPoint);
        waiting.Return([.. Fix, .. Fix], Noon).ThenRefused(ProductRefusals.NoFixPoint);
        waiting.Return([new(ReviewPoint.Photo, " ")], Noon).ThenRefused(ProductRefusals.FixRemark);
        waiting.Return([new(ReviewPoint.Photo, new string('a', Limits.Remark + 1))], Noon).ThenRefused(ProductRefusals.FixRemark);
        Given(Ready).Return(Fix, Noon).ThenRefused(ProductRefusals.NotSubmitted);
    }

    [Fact]
    public void A_seller_puts_back_alone_what_the_KIM_had_let_be_seen_and_nothing_else()
    {
        Given([.. Ready, new ProductPublished(Noon), new ProductWithdrawn(Noon)]).PutBack(Noon).Then(new ProductPublished(Noon));
        Given(Ready).PutBack(Noon).ThenRefused(ProductRefusals.NotSeenYet);
        Given([.. Ready, new ProductPublished(Noon), new ProductWithdrawn(Noon), new ProductReturned(Fix, Noon)]).PutBack(Noon)
            .ThenRefused(ProductRefusals.NotSeenYet);
    }

    [Fact]
    public void Asking_twice_changes_nothing_more()
    {
        Given([.. Ready, new ProductSubmitted(Noon)]).Submit(false, Noon).Then();
        Given([.. Ready, new ProductReturned(Fix, Noon)]).Return(Fix, Noon).Then();
        Given([.. Ready, new ProductPublished(Noon)]).PutBack(Noon).Then();
        Given(Ready).AddPhoto(Front, Noon).Then();
        Given(Ready).RemovePhoto("zz", Noon).Then();
        Given(Ready).TellPhoto("aa", " Amplang dalam toples ", Noon).Then();
        Given(Ready).Describe(new(" Amplang ", "perikanan/olahan-ikan", "bungkus", null, ""), Noon).Then();
    }

    [Fact]
    public void A_product_is_written_anew_but_never_without_a_name()
    {
        Given(Ready).Describe(new("Amplang Besar", "perikanan/olahan-ikan", "toples", new(500, Measure.Gram), " Renyah. "), Noon)
            .Then(new ProductDescribed("Amplang Besar", "perikanan/olahan-ikan", "toples", new(500, Measure.Gram), "Renyah.", Noon));
        Given(Ready).Describe(new(" ", "perikanan/olahan-ikan", "toples", null, ""), Noon).ThenRefused(ProductRefusals.NameLength);
    }

    [Fact]
    public void Photos_are_added_behind_moved_forward_told_and_taken_away()
    {
        Photos(Given(Ready).AddPhoto(Back, Noon), Front, Back);
        Photos(Two().ForwardPhoto("bb", Noon), Back, Front);
        Photos(Two().TellPhoto("bb", "Label", Noon), Front, Back with { Alt = "Label" });
        Photos(Two().RemovePhoto("aa", Noon), Back);
        Assert.Empty(Two().ForwardPhoto("aa", Noon));
        Two().ForwardPhoto("zz", Noon).ThenRefused(ProductRefusals.NoSuchPhoto);
    }

    [Fact]
    public void The_last_photo_stays_while_anybody_may_look()
    {
        Given([.. Ready, new ProductSubmitted(Noon)]).RemovePhoto("aa", Noon).ThenRefused(ProductRefusals.LastPhoto);
        Given([.. Ready, new ProductPublished(Noon)]).RemovePhoto("aa", Noon).ThenRefused(ProductRefusals.LastPhoto);
        Photos(Given(Ready).RemovePhoto("aa", Noon));
    }

    [Fact]
    public void Five_photos_are_enough() => Given(
            [.. Ready, new ProductPhotographed([.. Enumerable.Range(1, 5).Select(n => new Photo($"{n}", "Amplang"))], Noon)])
        .AddPhoto(Back, Noon).ThenRefused(ProductRefusals.PhotoCount);

    private static void Photos(Decision<ProductEvent> decision, params Photo[] expected) =>
        Assert.Equal(expected, Assert.IsType<ProductPhotographed>(Assert.Single(decision)).Photos);

    private static Product Two() => Given([.. Ready, new ProductPhotographed([Front, Back], Noon)]);

    private static Product Given(params ProductEvent[] history) => Tests.Given.History<Product, ProductEvent>(
        [new ProductDrafted(Amplang, Kitchen, "Amplang", "amplang", "perikanan/olahan-ikan", "bungkus", null, "", Noon), .. history]);
}
