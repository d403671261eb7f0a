using Kim.Market.Domain.WebDomains;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.WebDomains;

/// <summary>A KIM's own name as it is kept in its row.</summary>
public sealed record WebDomainRow(WebDomainClaimed Claimed)
{
    public long Version { get; init; }

    public DomainStanding Standing { get; init; } = DomainStanding.Claimed;

    public DateTimeOffset Since { get; init; } = Claimed.At;

    public DomainEnd? End { get; init; }
}

/// <summary>Writes <c>web_domains</c>.</summary>
public sealed class WebDomainRows : StreamView<WebDomainRow>
{
    public override string Name => "web_domains";

    public override string Kind => StreamKind<WebDomain>.Name;

    public override string Ddl { get; } = Ddls.Of<WebDomainRows>();

    protected override Columns<WebDomainRow> Columns { get; } = new()
    {
        { "domain_id", NpgsqlDbType.Uuid, row => row.Claimed.Domain.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "group_id", NpgsqlDbType.Uuid, row => row.Claimed.Group.Value },
        { "host", NpgsqlDbType.Text, row => row.Claimed.Host },
        { "standing", NpgsqlDbType.Smallint, row => (short)row.Standing },
        { "since", NpgsqlDbType.TimestampTz, row => row.Since },
        { "end_reason", NpgsqlDbType.Smallint, row => (short?)row.End },
        { "claimed_at", NpgsqlDbType.TimestampTz, row => row.Claimed.At },
    };

    protected override WebDomainRow? Evolve(WebDomainRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static WebDomainRow? Change(WebDomainRow? row, object happened) => happened switch
    {
        WebDomainClaimed e => new(e),
        WebDomainVerified e => row! with { Standing = DomainStanding.Verified, Since = e.At },
        WebDomainMissed e => row! with { Standing = DomainStanding.Missed, Since = e.At },
        WebDomainSwitchedOff e => row! with { Standing = DomainStanding.Over, Since = e.At, End = e.Reason },
        WebDomainReleased e => row! with { Standing = DomainStanding.Over, Since = e.At },
        _ => row,
    };
}
