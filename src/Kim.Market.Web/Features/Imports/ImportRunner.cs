using Kim.Market.Domain;
using Kim.Market.Domain.Imports;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Imports;

/// <summary>Takes lists over, and back, a step at a time: each step commits its events and its position together, so a node that dies in between leaves nothing half done.</summary>
public sealed class ImportRunner(NpgsqlDataSource db, EventStore store, Marketplace marketplace, IEnumerable<IImportList> lists, TimeProvider clock)
{
    public const int AtOnce = 1_000;

    /// <summary>The list that is next to be worked on; one that keeps failing lets the others pass.</summary>
    public async Task<Guid?> NextAsync(CancellationToken ct) => (await db.RowsAsync<Guid>(
        $"select id from app.imports where state in (1, 3) order by attempts, begun_at limit 1", ct)) is [var next] ? next : null;

    /// <summary>Does the next step; false when there is none left.</summary>
    public async Task<bool> StepAsync(Guid import, CancellationToken ct, int atOnce = AtOnce) => await FindAsync(import, ct) switch
    {
        { State: (short)ImportState.Running } job => await TakeOverAsync(job, atOnce, ct),
        { State: (short)ImportState.Undoing } job => await TakeBackAsync(job, ct),
        _ => false,
    };

    /// <summary>A step did not succeed: others come first for once.</summary>
    public Task PassAsync(Guid import, CancellationToken ct) =>
        db.ExecuteAsync($"update app.imports set attempts = attempts + 1 where id = {import}", ct);

    internal Task<ImportJob?> FindAsync(Guid import, CancellationToken ct) => db.RowAsync<ImportJob>(
        $"""
        select id, kind, office_id, region, member_id, state, position, recorded, skipped, withdrawn, kept
        from app.imports where id = {import}
        """, ct);

    private IImportList ListOf(ImportJob job) => lists.First(list => list.Kind == (ImportKind)job.Kind);

    private async Task<bool> TakeOverAsync(ImportJob job, int atOnce, CancellationToken ct)
    {
        var (list, now) = (ListOf(job), clock.GetUtcNow());
        var (rows, through, skipped, isLast) = await TakeAsync(job, list, atOnce, ct);
        var commit = new Commit(job.By);
        await list.AppendAsync(commit, job, rows, now, ct);
        var recorded = job.Recorded + rows.Count;
        if (skipped > 0)
        {
            foreach (var forget in Vault.Forget(SqlPart.Of(
                $"""
                select subject from app.import_rows
                where import_id = {job.Id} and number > {job.Position} and number <= {through} and state = {(short)RowState.Twice}
                """)))
            {
                commit.Also(forget);
            }
        }

        if (isLast)
        {
            await AppendAsync(commit, job, import => import.Finish(recorded, job.Skipped + skipped, now), ct);
        }

        // a node that thought the work was still its own finds another position, and null is none
        commit.Also(
            $"""
            update app.imports
            set position = case when position = {job.Position} then {through}::int end, recorded = {recorded}, skipped = {job.Skipped + skipped}, attempts = 0,
                state = {(short)(isLast ? ImportState.Done : ImportState.Running)}, finished_at = {(isLast ? now : (DateTimeOffset?)null)}
            where id = {job.Id}
            """);
        await store.CommitAsync(commit, ct);
        return !isLast;
    }

    private async Task<bool> TakeBackAsync(ImportJob job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var taken = await ListOf(job).TakeBackAsync(job, now, ct);
        var withdrawn = job.Withdrawn + taken.Withdrawn;
        var kept = job.Kept + taken.Kept;
        if (taken.IsLast)
        {
            await AppendAsync(taken.Commit, job, import => import.FinishUndo(withdrawn, kept, now), ct);
        }

        taken.Commit.Also(
            $"""
            update app.imports
            set withdrawn = {withdrawn}, kept = {kept}, attempts = 0, state = {(short)(taken.IsLast ? ImportState.Undone : ImportState.Undoing)}
            where id = {job.Id}
            """);
        await store.CommitAsync(taken.Commit, ct);
        return !taken.IsLast;
    }

    /// <summary>The next good rows; what has come in some other way since the list was looked at is no longer among them.</summary>
    private async Task<(List<StagedRow> Rows, int Through, int Skipped, bool IsLast)> TakeAsync(
        ImportJob job, IImportList list, int atOnce, CancellationToken ct)
    {
        var ahead = await db.RowsAsync<int>(
            $"""
            select number from app.import_rows
            where import_id = {job.Id} and number > {job.Position} and state = {(short)RowState.Good}
            order by number
            limit {atOnce + 1}
            """, ct);
        if (ahead.Count == 0)
        {
            return ([], job.Position, 0, true);
        }

        var through = ahead[Math.Min(ahead.Count, atOnce) - 1];
        foreach (var mark in list.MarkKnown(job.Id, job.Within, job.Position, through))
        {
            await db.ExecuteAsync(mark, ct);
        }

        var rows = await db.RowsAsync<StagedRow>(
            $"""
            select number, subject, village, phone, data::text
            from app.import_rows
            where import_id = {job.Id} and number > {job.Position} and number <= {through} and state = {(short)RowState.Good}
            order by number
            """, ct);
        return (rows, through, Math.Min(ahead.Count, atOnce) - rows.Count, ahead.Count <= atOnce);
    }

    private async Task AppendAsync(Commit commit, ImportJob job, Func<Import, Decision<ImportEvent>> decide, CancellationToken ct)
    {
        var loaded = await marketplace.LoadAsync<Import, ImportEvent>(new(job.Id), ct);
        commit.Append(job.Id, StreamKind<Import>.Name, loaded.Version, decide(loaded.State!), loaded.History);
    }
}
