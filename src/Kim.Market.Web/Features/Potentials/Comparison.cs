using Kim.Market.Domain.Potentials;
using Kim.Market.Web.Features.Villages;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>A village in a comparison, and what this site counts of it today.</summary>
public sealed record ComparedVillage(string Code, string Name, string Place, int Groups, int Businesses, int Products)
{
    public IReadOnlyList<ShownPotential> Potentials { get; init; } = [];

    public ShownRecord Record { get; init; } = ShownRecord.Nothing;
}

/// <summary>A figure of one village in a row of many.</summary>
/// <param name="Same">The amount in the unit of the row's first figure; null where it is that already, or counts something else.</param>
public sealed record ComparedFigure(Figure Figure, decimal? Same);

/// <summary>What several villages say of the same thing, each in its column; null where one says nothing.</summary>
public sealed record ComparedRow(string Name, string Unit, IReadOnlyList<ComparedFigure?> Cells);

/// <summary>The rows of one kind.</summary>
public sealed record ComparedKind(PotentialKind Kind, IReadOnlyList<ComparedRow> Rows);

/// <summary>Lays the figures of several villages beside each other: what bears one name stands in one row.</summary>
public static class Comparison
{
    /// <summary>More than four columns fit no page.</summary>
    public const int Most = 4;

    public static IReadOnlyList<ComparedKind> Of(IReadOnlyList<ComparedVillage> villages) =>
    [
        .. from kind in Enum.GetValues<PotentialKind>()
           let columns = villages.Select(village => FiguresOf(village, kind)).ToList()
           let names = columns.SelectMany(column => column.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList()
           where names.Count > 0
           select new ComparedKind(kind, [.. names.Select(name => Row(name, columns))]),
    ];

    private static ComparedRow Row(string name, List<Dictionary<string, Figure>> columns)
    {
        var found = columns.Select(column => column.GetValueOrDefault(name)).ToList();
        var unit = found.First(figure => figure is not null)!.Unit;
        return new(name, unit, [.. found.Select(figure => figure is null ? null : new ComparedFigure(
            figure, string.Equals(figure.Unit, unit, StringComparison.OrdinalIgnoreCase) ? null : FigureUnit.Convert(figure.Amount, figure.Unit, unit)))]);
    }

    // Of one name the latest year counts.
    private static Dictionary<string, Figure> FiguresOf(ComparedVillage village, PotentialKind kind) => village.Potentials
        .Where(potential => potential.Says.Kind == kind)
        .SelectMany(potential => potential.Says.Figures)
        .GroupBy(figure => figure.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.MaxBy(figure => figure.Year)!, StringComparer.OrdinalIgnoreCase);
}
