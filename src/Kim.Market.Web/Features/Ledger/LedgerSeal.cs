using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>
/// A number over all that a row says, stored with it, and the sum of all numbers, stored beside it: what changes, comes or goes without the
/// ledger's own hand no longer fits. It finds accidents; whoever can write both can hide.
/// </summary>
internal static class LedgerSeal
{
    /// <summary>Of an entry <c>l</c> as it stands.</summary>
    public static SqlPart Own => Of(SqlPart.Of($"extract(epoch from l.ended_at), extract(epoch from l.ended_recorded), l.ended_stream, l.ended_version"));

    /// <summary>Of an entry <c>l</c> that ends as <c>e</c> says.</summary>
    public static SqlPart Ended => Of(SqlPart.Of($"extract(epoch from e.ended_at), extract(epoch from e.ended_recorded), e.ended_stream, e.ended_version"));

    /// <summary>Adds what was <c>moved</c> to the sums.</summary>
    public static SqlPart Sum => SqlPart.Of(
        $"""
        insert into ledger_sums as s (bucket, rows, seals)
        select {Bucket}, sum(l.rows), sum(l.seal) from moved l group by 1
        on conflict (bucket) do update set rows = s.rows + excluded.rows, seals = s.seals + excluded.seals
        """);

    /// <summary>Which sum a row <c>l</c> belongs to.</summary>
    public static SqlPart Bucket => SqlPart.Of($"(get_byte(uuid_send(l.subject), 15) % 32)::smallint");

    // Moments as numbers, so that it is the same in every time zone.
    private static SqlPart Of(SqlPart end) => SqlPart.Of(
        $"""
        hashtextextended((l.metric, l.subject, l.stream, l.version, extract(epoch from l.at), extract(epoch from l.recorded), l.amount, l.group_id,
            l.business_id, l.village, l.themes, l.sections, l.section_amounts, l.distance, l.returning_buyer, {end})::text, 0)
        """);
}
