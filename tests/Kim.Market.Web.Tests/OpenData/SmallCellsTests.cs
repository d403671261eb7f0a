using System.Numerics;
using Kim.Market.Web.Features.OpenData;

namespace Kim.Market.Web.Tests.OpenData;

/// <summary>Nobody gets at a number that is not told by adding and taking away those that are.</summary>
public class SmallCellsTests
{
    private static readonly BigInteger Prime = (BigInteger.One << 61) - 1;

    [Fact]
    public void A_number_of_few_takes_its_nearest_neighbour_along()
    {
        Cell[] cells = [new("64", "Kaltim", 40, 40, 0), new("64.02", "Kukar", 28, 28, 0), new("64.08", "Kutim", 9, 9, 0), new("64.72", "Samarinda", 3, 3, 0), new("63", "Kalsel", 90, 90, 90)];

        Assert.Equal(["64.08", "64.72"], SmallCells.Hidden(cells).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Where_there_is_no_neighbour_the_place_around_it_is_not_told_either()
    {
        Cell[] cells = [new("64", "Kaltim", 30, 30, 0), new("64.02", "Kukar", 4, 4, 0), new("64.02.15", "Tenggarong", 4, 4, 4), new("64.08", "Kutim", 12, 12, 12), new("64.72", "Samarinda", 14, 14, 14), new("63", "Kalsel", 50, 50, 50)];

        Assert.Equal(["64.02", "64.02.15", "64.08"], SmallCells.Hidden(cells).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Five_are_told() => Assert.Empty(SmallCells.Hidden([new("64", "Kaltim", 12, 12, 0), new("64.02", "Kukar", 5, 5, 5), new("64.08", "Kutim", 7, 7, 7)]));

    [Fact]
    public void Of_two_thousand_made_up_years_no_hidden_number_follows_from_those_that_are_told()
    {
        var random = new Random(20261123);
        var hiddenOnes = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var cells = Year(random);
            var hidden = SmallCells.Hidden(cells);
            Assert.All(cells.Where(cell => cell.People < SmallCells.Least), cell => Assert.Contains(cell.Code, hidden));
            Assert.All(hidden, code => Assert.False(Follows(code, cells, hidden), $"round {round}: {code} of {string.Join(' ', cells)}"));
            hiddenOnes += hidden.Count;
        }

        Assert.True(hiddenOnes > 2_000);
    }

    [Fact]
    public void The_reckoner_itself_finds_what_is_badly_hidden()
    {
        Cell[] cells = [new("64", "Kaltim", 40, 40, 0), new("64.02", "Kukar", 37, 37, 0), new("64.72", "Samarinda", 3, 3, 0)];

        Assert.True(Follows("64.72", cells, new HashSet<string> { "64.72" }));
        Assert.False(Follows("64.72", cells, new HashSet<string> { "64.72", "64.02" }));
    }

    // Small places mostly, as villages are; some things belong to a kecamatan and to no village.
    private static List<Cell> Year(Random random)
    {
        List<Cell> cells = [];
        for (var province = 61; province < 61 + random.Next(1, 4); province++)
        {
            Grow($"{province}", depth: 0);
        }

        return cells;

        long Grow(string code, int depth)
        {
            var (people, at) = (0L, cells.Count);
            if (depth < 3)
            {
                for (var child = 1; child <= random.Next(0, 4); child++)
                {
                    people += Grow(depth == 2 ? $"{code}.100{child}" : $"{code}.0{child}", depth + 1);
                }
            }

            var own = people == 0 ? random.Next(1, 12) : random.Next(3) == 0 ? random.Next(1, 9) : 0;
            var place = new Cell(code, code, people + own, people + own, own);
            cells.Insert(at, place);
            return place.People;
        }
    }

    // Whether some sum of the equations everybody can write down speaks of this one number alone: Gauss, modulo a prime.
    private static bool Follows(string code, IReadOnlyCollection<Cell> cells, IReadOnlySet<string> hidden)
    {
        // Unknown: hidden numbers, and of each place what belongs to it and to none within.
        var unknown = hidden.Concat(cells.Where(cell => cell.Own > 0 && cells.Any(part => part.Around == cell.Code)).Select(cell => $"own {cell.Code}"))
            .OrderBy(name => name == code).Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        List<BigInteger[]> equations = [];

        // What everything comes to is told elsewhere; of one province alone, or of four people in all of them, it cannot be kept.
        string[] all = cells.Count(cell => cell.Around.Length == 0) > 1 && cells.Where(cell => cell.Around.Length == 0).Sum(cell => cell.People) >= SmallCells.Least ? [""] : [];
        foreach (var around in cells.Where(cell => cells.Any(part => part.Around == cell.Code)).Select(cell => cell.Code).Concat(all))
        {
            var equation = new BigInteger[unknown.Count];
            Set(equation, around, -1);
            Set(equation, $"own {around}", 1);
            foreach (var part in cells.Where(cell => cell.Around == around))
            {
                Set(equation, part.Code, 1);
            }

            equations.Add(equation);
        }

        // The asked one is the last column: it follows where a reduced equation has nothing else.
        var done = 0;
        for (var column = 0; column < unknown.Count; column++)
        {
            var pivot = equations.FindIndex(done, equation => equation[column] != 0);
            if (pivot < 0)
            {
                continue;
            }

            if (column == unknown.Count - 1)
            {
                return true;
            }

            (equations[done], equations[pivot]) = (equations[pivot], equations[done]);
            var inverse = BigInteger.ModPow(equations[done][column], Prime - 2, Prime);
            for (var row = done + 1; row < equations.Count; row++)
            {
                var factor = equations[row][column] * inverse % Prime;
                equations[row] = [.. equations[row].Zip(equations[done], (mine, theirs) => (((mine - (factor * theirs)) % Prime) + Prime) % Prime)];
            }

            done++;
        }

        return false;

        void Set(BigInteger[] equation, string name, int factor)
        {
            if (unknown.TryGetValue(name, out var at))
            {
                equation[at] = (factor + Prime) % Prime;
            }
        }
    }
}
