using Kim.Market.Domain.Orders;

namespace Kim.Market.Web.Tests.Demo;

/// <summary>A demo that is told from its beginning to its end.</summary>
public class DemoSeedTests(MorningMarket morning) : IClassFixture<MorningMarket>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_seeds_at_two_hours_of_one_day_make_the_same_market()
    {
        await using var late = await Seedbed.OpenAsync(morning.Moment.AddHours(21));

        await late.SeedAsync(ct: Stop);

        var story = await StoryAsync(morning.Bed);
        Assert.NotEmpty(story);
        Assert.Equal(story, await StoryAsync(late));
        Assert.Equal(["0"], await morning.Bed.LinesAsync($"select count(*)::text from events.mt_events where timestamp > {morning.Moment}"));
    }

    [Fact]
    public async Task The_seller_who_signs_in_has_orders_to_answer()
    {
        var seller = morning.SignIns[0];

        Assert.NotEmpty(await morning.Bed.LinesAsync(
            $"""
            select o.number from orders o join businesses b on b.business_id = o.business_id
            where b.name = {seller.Scope} and b.village like '64.02.%' and o.status = {(short)OrderStatus.Placed}
              and o.answer_by > {morning.Moment}
            """));
    }

    [Fact]
    public async Task The_same_seller_waits_for_a_transfer_that_names_its_order() => Assert.Single(await morning.Bed.LinesAsync(
        $"""
        select o.number from orders o join businesses b on b.business_id = o.business_id
        where b.name = {morning.SignIns[0].Scope} and o.status = {(short)OrderStatus.Accepted} and o.code_open and o.transfer = o.total + o.code
        """));

    [Fact]
    public async Task It_is_whole_and_is_kept()
    {
        Assert.False(await morning.Bed.Record.IsHalfAsync(Stop));
        Assert.False(await morning.Bed.Record.TryWipeAsync(Stop));
        Assert.False(await morning.Bed.Record.IsEmptyAsync(Stop));
    }

    /// <summary>All that happened, in its order, without what is drawn anew each time; then what became of it.</summary>
    private static async Task<List<string>> StoryAsync(Seedbed bed) =>
    [
        .. await bed.LinesAsync($"select type || ' ' || version from events.mt_events order by seq_id"),
        .. await bed.LinesAsync(
            $"""
            select concat_ws(' ', b.slug, o.goods, o.fee, o.total, o.status, o.reason, jsonb_array_length(o.lines))
            from orders o join businesses b on b.business_id = o.business_id order by o.placed_at, b.slug
            """),
        .. await bed.LinesAsync(
            $"""
            select concat_ws(' ', p.slug, p.price, s.on_hand, s.reserved)
            from products p join stock_levels s on s.product_id = p.product_id order by p.slug
            """),
    ];
}
