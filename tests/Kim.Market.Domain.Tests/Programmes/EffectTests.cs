using Kim.Market.Domain.Programmes;

namespace Kim.Market.Domain.Tests.Programmes;

public class EffectTests
{
    [Fact]
    public void Thirty_per_cent_more_is_found_within_eight_points_and_proven()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var effect = Measured(seed, 40, 60, 1.3)!;

            Assert.InRange(effect.Share, 0.22, 0.38);
            Assert.True(effect.Proven);
            Assert.InRange(effect.Share, effect.Low, effect.High);
            Assert.Equal((40, 60), (effect.Participants, effect.Comparables));
        }
    }

    [Fact]
    public void No_effect_is_not_proven_though_both_sides_had_a_better_season()
    {
        var unproven = Enumerable.Range(0, 100).Count(seed => !Measured(seed, 40, 60, 1)!.Proven);

        Assert.InRange(unproven, 90, 100);
    }

    [Fact]
    public void Harm_is_not_proven_and_shows_below_zero()
    {
        var effect = Measured(1, 40, 60, 0.7)!;

        Assert.False(effect.Proven);
        Assert.True(effect.High < 0);
    }

    [Theory]
    [InlineData(4, 60)]
    [InlineData(40, 4)]
    [InlineData(0, 0)]
    public void Fewer_than_five_on_a_side_say_nothing(int came, int others) => Assert.Null(Measured(1, came, others, 1.3));

    [Fact]
    public void Five_on_each_side_are_enough() => Assert.NotNull(Measured(1, 5, 5, 1.3));

    [Fact]
    public void Only_businesses_of_the_same_place_and_category_and_size_are_compared()
    {
        var came = Some(new("a", new(100_000), new(130_000)), 6);

        Assert.Null(Effect.Measure(came, Some(new("b", new(100_000), new(100_000)), 9)));
        Assert.Null(Effect.Measure(came, Some(new("a", new(200_001), new(200_001)), 9)));
        Assert.Equal(0.3, Effect.Measure(came, Some(new("a", new(200_000), new(200_000)), 9))!.Share, 6);
    }

    [Fact]
    public void Nothing_sold_before_is_no_beginning_to_measure_from() =>
        Assert.Null(Effect.Measure(Some(new("a", new(0), new(130_000)), 6), Some(new("a", new(0), new(100_000)), 6)));

    [Fact]
    public void The_same_rows_give_the_same_answer_in_any_order()
    {
        var (came, others) = Market(7, 40, 60, 1.1);

        Assert.Equal(Effect.Measure(came, others), Effect.Measure(came.Reverse(), others.Reverse()));
    }

    [Fact]
    public void Everybody_stands_against_the_mean_of_those_like_him_and_nobody_else()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var (came, others) = (Mixed(random, random.Next(5, 60)), Mixed(random, random.Next(5, 90)));
            var pairs = came.Select(one => (One: one, Alike: others.Where(other => IsLike(one, other)).ToArray())).Where(pair => pair.Alike.Length > 0).ToArray();
            var comparables = others.Count(other => came.Any(one => IsLike(one, other)));
            var (before, after) = (pairs.Sum(pair => pair.One.Before.Amount), pairs.Sum(pair => pair.One.After.Amount));
            var (otherBefore, otherAfter) = (pairs.Sum(pair => pair.Alike.Average(other => other.Before.Amount)), pairs.Sum(pair => pair.Alike.Average(other => other.After.Amount)));

            if (Effect.Measure(came, others) is { } effect)
            {
                Assert.Equal((pairs.Length, comparables), (effect.Participants, effect.Comparables));
                Assert.Equal((after / (double)before / (otherAfter / otherBefore)) - 1, effect.Share, 9);
            }
            else
            {
                Assert.True(pairs.Length < Effect.Fewest || comparables < Effect.Fewest);
            }
        }
    }

    [Fact]
    public void One_participant_struck_gives_another_figure()
    {
        var (came, others) = Market(7, 40, 60, 1.3);

        Assert.NotEqual(Effect.Measure(came, others), Effect.Measure(came[1..], others));
    }

    private static Effect? Measured(int seed, int came, int others, double truth)
    {
        var (first, second) = Market(seed, came, others, truth);
        return Effect.Measure(first, second);
    }

    // A season that lifts everybody by a fifth, and luck that spreads by some ten per cent.
    private static (Trader[] Came, Trader[] Others) Market(int seed, int came, int others, double truth)
    {
        var random = new Random(seed);
        return ([.. Enumerable.Range(0, came).Select(_ => One(truth))], [.. Enumerable.Range(0, others).Select(_ => One(1))]);

        Trader One(double effect)
        {
            var before = random.Next(700_000, 1_300_000);
            var luck = 0.75 + (random.NextDouble() + random.NextDouble()) / 4;
            return new("64.02/makanan", new(before), new((long)(before * 1.2 * luck * effect)));
        }
    }

    // Of three kinds and any size, some of which sold nothing before.
    private static Trader[] Mixed(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new Trader($"64.02/{"abc"[random.Next(3)]}", new(random.Next(5) * random.Next(100_000, 400_000)), new(random.Next(1, 900_000))))];

    private static bool IsLike(Trader one, Trader other) =>
        one.Peers == other.Peers && Math.Max(one.Before.Amount, other.Before.Amount) <= 2 * Math.Min(one.Before.Amount, other.Before.Amount);

    private static IEnumerable<Trader> Some(Trader trader, int count) => Enumerable.Repeat(trader, count);
}
