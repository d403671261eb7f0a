using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>
/// The statements behind every figure. A tile, its rows, its file, its trend and its places all come from <see cref="Rows"/>, so they cannot
/// tell different things.
/// </summary>
internal static class LedgerSql
{
    /// <summary>The entries that a figure counts, as <c>l</c>, each with its <c>value</c>.</summary>
    public static SqlPart Rows(LedgerFigure asked, LedgerQuestion q)
    {
        var figure = asked.In(q.Section);
        var entries = SqlPart.Of(
            $"""
            select l.metric, l.subject, l.stream, l.version, l.at, l.recorded, l.group_id, l.business_id, l.village, {ValueOf(figure, q)} as value
            from {From(figure, q)}
            where {Of(figure.Metrics)} and {In(q)} and {Counts(figure, q)} and {Meets(figure, q)}
            """);
        return figure.Once == Once.Each
            ? entries
            : SqlPart.Of($"select distinct on ({KeyOf(figure.Once)}) l.* from ({entries}) l where {KeyOf(figure.Once)} is not null order by {KeyOf(figure.Once)}, l.at, l.subject");
    }

    /// <summary>Where entries <c>l</c> are looked for: those of one kind of goods alone stand together, those of several are few.</summary>
    public static SqlPart From(LedgerFigure figure, LedgerQuestion q) => q.Section is { } section && figure.HasSections
        ? SqlPart.Of(
            $"""
            (
                select * from ledger_entries where cardinality(sections) = 1 and sections[1] = {section}
                union all
                select * from ledger_entries where cardinality(sections) > 1 and {section} = any(sections)) l
            """)
        : SqlPart.Of($"ledger_entries l");

    /// <summary>What the rows come to, as one number.</summary>
    public static SqlPart Total(LedgerFigure figure, LedgerQuestion q) => SqlPart.Of($"(select {MeasureOf(figure)} from ({Rows(figure, q)}) l)");

    /// <summary>As an aggregate over rows <c>l</c>.</summary>
    public static SqlPart MeasureOf(LedgerFigure figure) => figure.Measure switch
    {
        Measure.Count => SqlPart.Of($"count(*)"),
        Measure.MedianMinutes => SqlPart.Of($"coalesce(percentile_disc(0.5) within group (order by l.value), 0)"),
        _ => SqlPart.Of($"coalesce(sum(l.value), 0)::bigint"),
    };

    /// <summary>That the asker answers for the place; true of what everybody may know.</summary>
    public static SqlPart Within(LedgerQuestion q) => q.Asker is not { } asker
        ? SqlPart.Of($"true")
        : SqlPart.Of(
            $"""
            exists (
                select from memberships m
                where m.member_id = {asker.Scope} and m.desk = {Desk.Office}
                  and ({q.Region?.Value} = m.region or starts_with({q.Region?.Value}, m.region || '.')))
            """);

    /// <summary>Whose place, theme and KIM it is, for entries <c>l</c>.</summary>
    public static SqlPart In(LedgerQuestion q)
    {
        var theme = q.Theme is { } named ? SqlPart.Of($"{named} = any(l.themes)") : SqlPart.Of($"true");
        var kim = q.Kim is { } group ? SqlPart.Of($"l.group_id = {group}") : SqlPart.Of($"true");
        return SqlPart.Of($"{At(q)} and {theme} and {kim} and {Within(q)}");
    }

    // The place itself, and what goes on with a dot.
    private static SqlPart At(LedgerQuestion q) => q.Region is { } region
        ? SqlPart.Of($"l.village ~>=~ {region.Value} and l.village ~<~ {region.Value + '/'}")
        : SqlPart.Of($"true");

    /// <summary>Whether an entry <c>l</c> is of one of these metrics.</summary>
    public static SqlPart Of(Metric[] metrics) => metrics is [var only]
        ? SqlPart.Of($"l.metric = {(short)only}")
        : SqlPart.Of($"l.metric = any({metrics.Select(metric => (short)metric).ToArray()})");

    /// <summary>That an entry <c>l</c> is not older than what was asked for; what there is may be of any age.</summary>
    public static SqlPart Since(LedgerFigure figure, LedgerQuestion q) =>
        figure.IsStand || q.From == LedgerQuestion.Beginning ? SqlPart.Of($"true") : SqlPart.Of($"l.at >= {q.Since}");

    /// <summary>Whether an entry <c>l</c> of its metrics counts by the clock that was asked for.</summary>
    public static SqlPart Counts(LedgerFigure figure, LedgerQuestion q) => SqlPart.Of($"{Standing(q)} and {Since(figure, q)}");

    // Begun before the day was over and not ended before it was over, by one clock or the other.
    private static SqlPart Standing(LedgerQuestion q) => q.Sight == Sight.SaatItu
        ? SqlPart.Of($"l.recorded < {q.Until} and l.ended_recorded >= {q.Until}")
        : SqlPart.Of($"l.at < {q.Until} and l.ended_at >= {q.Until}");

    /// <summary>Whether an entry <c>l</c> that counts is one that this figure means.</summary>
    public static SqlPart Meets(LedgerFigure figure, LedgerQuestion q)
    {
        var section = q.Section is { } named && figure.HasSections ? SqlPart.Of($"{named} = any(l.sections)") : SqlPart.Of($"true");
        return figure.Only switch
        {
            Only.Returning => SqlPart.Of($"{section} and l.returning_buyer"),
            Only.Placed => SqlPart.Of($"{section} and l.distance is not null"),
            Only.Afar => SqlPart.Of($"{section} and l.distance > {(short)Domain.Orders.BuyerDistance.Regency}"),
            Only.ActiveBusinesses => SqlPart.Of($"{section} and {IsActive(q)}"),
            _ => section,
        };
    }

    /// <summary>That an entry <c>l</c> is of a business with something on an open stall on that day.</summary>
    public static SqlPart IsActive(LedgerQuestion q) => SqlPart.Of(
        $"l.business_id in (select l.business_id from ledger_entries l where l.metric = {(short)Metric.ActiveBusiness} and {At(q)} and {Standing(q)})");

    /// <summary>What an entry <c>l</c> adds to a figure; of an order, only what the asked goods came to.</summary>
    public static SqlPart ValueOf(LedgerFigure figure, LedgerQuestion q) => figure.Measure == Measure.Rupiah && q.Section is { } section
        ? SqlPart.Of($"l.section_amounts[array_position(l.sections, {section})]")
        : SqlPart.Of($"l.amount");

    /// <summary>What of an entry <c>l</c> is counted once; null where it does not count.</summary>
    public static SqlPart KeyOf(Once once) => once switch
    {
        Once.Business => SqlPart.Of($"l.business_id"),
        Once.Group => SqlPart.Of($"l.group_id"),
        Once.Village => SqlPart.Of($"case when length(l.village) > 8 then l.village end"),
        _ => SqlPart.Of($"case when length(l.village) >= 8 then left(l.village, 8) end"),
    };
}
