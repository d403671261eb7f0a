using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Notices;

/// <summary>How one topic reaches a member.</summary>
public sealed record NoticeChoice(short Topic, bool InSite, bool Push, bool Mail)
{
    public NoticeTopic About => (NoticeTopic)Topic;
}

/// <summary>Reads and writes what members have chosen. Who chose nothing hears everything, in every way they have.</summary>
public sealed class NoticeChoices(NpgsqlDataSource db)
{
    /// <summary>Every topic, and the quiet hours.</summary>
    public async Task<(IReadOnlyList<NoticeChoice> Topics, QuietHours Quiet)> OfAsync(Asker asker, CancellationToken ct)
    {
        var chosen = (await db.RowsAsync<NoticeChoice>(
            $"select topic, in_site, push, mail from app.notice_choices where member_id = {asker.Scope}", ct)).ToDictionary(choice => choice.About);
        var quiet = await db.RowAsync<Hours>($"select quiet_from, quiet_until from app.quiet_hours where member_id = {asker.Scope}", ct);
        return (
            [.. Enum.GetValues<NoticeTopic>().Select(topic => chosen.GetValueOrDefault(topic) ?? new((short)topic, true, true, true))],
            quiet is null ? QuietHours.Usual : new(quiet.QuietFrom, quiet.QuietUntil));
    }

    public async Task SetAsync(Asker asker, IReadOnlyList<NoticeChoice> topics, QuietHours quiet, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            insert into app.notice_choices (member_id, topic, in_site, push, mail)
            select {asker.Scope}, * from unnest(
                {Of(topics, one => one.Topic)}, {Of(topics, one => one.InSite)}, {Of(topics, one => one.Push)}, {Of(topics, one => one.Mail)})
            on conflict (member_id, topic) do update set in_site = excluded.in_site, push = excluded.push, mail = excluded.mail
            """);
        batch.Add(
            $"""
            insert into app.quiet_hours (member_id, quiet_from, quiet_until) values ({asker.Scope}, {(short)quiet.From}, {(short)quiet.Until})
            on conflict (member_id) do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until
            """);
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Statements for the transaction that ends an account.</summary>
    public static IEnumerable<Sql> Forget(Guid member) =>
        [$"delete from app.notice_choices where member_id = {member}", $"delete from app.quiet_hours where member_id = {member}"];

    private static T[] Of<T>(IReadOnlyList<NoticeChoice> topics, Func<NoticeChoice, T> part) => [.. topics.Select(part)];

    private sealed record Hours(short QuietFrom, short QuietUntil);
}
