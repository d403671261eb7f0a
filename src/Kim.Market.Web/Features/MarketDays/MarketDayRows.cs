using Kim.Market.Domain.MarketDays;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.MarketDays;

/// <summary>A market day as it is kept in its row.</summary>
public sealed record MarketDayRow(MarketDayOpened Opened)
{
    public long Version { get; init; }

    public MarketPlan Plan { get; init; } = Opened.Plan;

    public IReadOnlyDictionary<DateOnly, string> CalledOff { get; init; } = new Dictionary<DateOnly, string>();

    public bool IsEnded { get; init; }
}

/// <summary>Writes <c>market_days</c>.</summary>
public sealed class MarketDayRows : StreamView<MarketDayRow>
{
    public override string Name => "market_days";

    public override string Kind => StreamKind<MarketDay>.Name;

    public override string Ddl { get; } = Ddls.Of<MarketDayRows>();

    protected override Columns<MarketDayRow> Columns { get; } = new()
    {
        { "market_day_id", NpgsqlDbType.Uuid, row => row.Opened.MarketDay.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "group_id", NpgsqlDbType.Uuid, row => row.Opened.Group.Value },
        { "plan", NpgsqlDbType.Jsonb, row => Json.Of(row.Plan, MarketJson.Default.MarketPlan).Utf8 },
        { "called_off", NpgsqlDbType.Jsonb, row => Json.Of(new Dictionary<DateOnly, string>(row.CalledOff), MarketJson.Default.DictionaryDateOnlyString).Utf8 },
        { "ended", NpgsqlDbType.Boolean, row => row.IsEnded },
        { "opened_at", NpgsqlDbType.TimestampTz, row => row.Opened.At },
    };

    protected override MarketDayRow? Evolve(MarketDayRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static MarketDayRow? Change(MarketDayRow? row, object happened) => happened switch
    {
        MarketDayOpened e => new(e),
        MarketDayChanged e => row! with { Plan = e.Plan },
        MarketDayDateCancelled e => row! with { CalledOff = new SortedDictionary<DateOnly, string>(new Dictionary<DateOnly, string>(row.CalledOff) { [e.Date] = e.Reason }) },
        MarketDayEnded => row! with { IsEnded = true },
        _ => row,
    };
}
