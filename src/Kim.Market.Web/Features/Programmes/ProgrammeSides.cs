using Kim.Market.Domain.Programmes;

namespace Kim.Market.Web.Features.Programmes;

/// <summary>Those who took part in a programme, and comparable others, as the verdict is told from them.</summary>
public sealed record ProgrammeSides(IReadOnlyList<Traded> Came, IReadOnlyList<Traded> Others)
{
    public static readonly ProgrammeSides Nobody = new([], []);

    /// <summary>Null where too few are there to say anything.</summary>
    public Effect? Effect { get; } = Effect.Measure(Came.Select(one => one.Trader), Others.Select(one => one.Trader));

    /// <summary>Who they were is shown only where the figure is.</summary>
    public bool IsHidden => Effect is null;

    public static ProgrammeSides Of(IReadOnlyList<Traded> all) => new([.. all.Where(one => one.Came)], [.. all.Where(one => !one.Came)]);

    /// <summary>As if these had come, and nobody else.</summary>
    public ProgrammeSides With(IReadOnlySet<Guid> came)
    {
        var all = Came.Concat(Others).ToList();
        return new([.. all.Where(one => came.Contains(one.BusinessId))], [.. all.Where(one => !came.Contains(one.BusinessId))]);
    }
}
