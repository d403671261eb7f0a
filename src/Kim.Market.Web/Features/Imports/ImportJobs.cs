using Kim.Market.Domain;
using Kim.Market.Domain.Imports;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Imports;

/// <summary>A list as its officers see it.</summary>
public sealed record ListPage(
    Guid Id, short Kind, string Region, string? Place, short State, int Good, int Wrong, int Twice, int Noted, string Taken, string Personal,
    string Ignored, bool OldLetters, int Recorded, int Skipped, int Withdrawn, int Kept, int Attempts, DateTime CreatedAt, DateTime? BegunAt,
    DateTime? FinishedAt)
{
    public ImportState Where => (ImportState)State;

    public ImportKind What => (ImportKind)Kind;

    /// <summary>Something is being done with it at this moment.</summary>
    public bool IsMoving => Where is ImportState.Running or ImportState.Undoing;

    public int Done => Where == ImportState.Undoing ? Withdrawn : Recorded + Skipped;

    public int Whole => Math.Max(1, Where == ImportState.Undoing ? Recorded : Good);

    public bool MayBeUndone(DateTimeOffset now) => Where == ImportState.Done && now <= FinishedAt + Import.Patience;
}

/// <summary>A row with something to say about it.</summary>
public sealed record SaidRow(int Number, short State, string? Name, string Problem, string? Detail)
{
    public RowState Where => (RowState)State;

    public Refusal Why => new(Problem, Detail);
}

/// <summary>The lists of an office: each statement asks for an officer of the region itself.</summary>
public sealed class ImportJobs(NpgsqlDataSource db, EventStore store, Marketplace marketplace, TimeProvider clock)
{
    public const int PageSize = 20;
    public const int FirstRows = 50;

    private const int RowsAtOnce = 2_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);
    private static readonly DateTime Newest = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The office the asker is an officer of; null when there is none, or not the one that was asked for.</summary>
    public Task<ListSender?> SenderAsync(Asker asker, Guid? office, CancellationToken ct) => db.RowAsync<ListSender>(
        $"""
        select m.scope as office_id, m.region, r.place
        from memberships m
        left join app.regions r on r.code = m.region
        where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.role = {nameof(OfficeRole.Officer)}
          and m.region is not null and ({office}::uuid is null or m.scope = {office})
        order by m.since, m.scope
        limit 1
        """, ct);

    /// <summary>The newest first, one more than a page holds.</summary>
    public Task<List<ListPage>> PageAsync(Asker asker, ImportKind kind, (DateTime At, Guid Id)? after, CancellationToken ct)
    {
        var (at, id) = after ?? (Newest, Guid.Empty);
        return db.RowsAsync<ListPage>(
            $"""
            {Columns}
            where i.kind = {(short)kind} and {Within(asker)} and (i.created_at, i.id) < ({at}, {id})
            order by i.created_at desc, i.id desc
            limit {PageSize + 1}
            """, ct);
    }

    public Task<ListPage?> FindAsync(Asker asker, ImportKind kind, Guid import, CancellationToken ct) =>
        db.RowAsync<ListPage>($"{Columns} where i.id = {import} and i.kind = {(short)kind} and {Within(asker)}", ct);

    /// <summary>The first rows with something wrong, those that are not taken over before the others.</summary>
    public Task<List<SaidRow>> RowsAsync(Guid import, CancellationToken ct) => db.RowsAsync<SaidRow>(
        $"""
        select number, state, data ->> 'Name' as name, problem, detail from app.import_rows
        where import_id = {import} and problem is not null
        order by state = {(short)RowState.Wrong} desc, number
        limit {FirstRows}
        """, ct);

    /// <summary>All of them, in the order of the file, a page at a time.</summary>
    public async IAsyncEnumerable<SaidRow> AllRowsAsync(Guid import, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = 0; ;)
        {
            var page = await db.RowsAsync<SaidRow>(
                $"""
                select number, state, data ->> 'Name' as name, problem, detail from app.import_rows
                where import_id = {import} and number > {after} and problem is not null
                order by number
                limit {RowsAtOnce}
                """, ct);
            foreach (var row in page)
            {
                yield return row;
            }

            if (page.Count < RowsAtOnce)
            {
                yield break;
            }

            after = page[^1].Number;
        }
    }

    /// <summary>Agrees to a list that was looked at; pressed twice, it begins once.</summary>
    public async Task<Refusal?> BeginAsync(Asker asker, ListPage list, CancellationToken ct)
    {
        var (id, now) = (new Id<Import>(list.Id), clock.GetUtcNow());
        var office = (await db.RowsAsync<Guid>($"select office_id from app.imports where id = {list.Id}", ct)).Single();
        var begun = Import.Begin(id, list.What, new(office), RegionCode.Parse(list.Region), list.Good, now);
        if (begun.Refusal is not null || list.Where != ImportState.Checked)
        {
            return list.Where == ImportState.Checked ? begun.Refusal : null;
        }

        try
        {
            await store.CommitAsync(
                new Commit(asker.By(list.Id))
                    .Append(list.Id, StreamKind<Import>.Name, Expected.New, begun)
                    .Also($"update app.imports set state = {(short)ImportState.Running}, begun_at = {now} where id = {list.Id} and state = {(short)ImportState.Checked}"), ct);
        }
        catch (StreamMovedException)
        {
            // pressed twice: it has begun
        }

        return null;
    }

    /// <summary>Begins to take a list back; pressed twice, once.</summary>
    /// <exception cref="StreamMovedException">It was pressed at the same moment.</exception>
    public async Task<Refusal?> UndoAsync(Asker asker, ListPage list, CancellationToken ct)
    {
        var loaded = await marketplace.LoadAsync<Import, ImportEvent>(new(list.Id), ct);
        var undone = loaded.State?.Undo(clock.GetUtcNow()) ?? ImportRefusals.StillRunning;
        if (undone.Count > 0)
        {
            await store.CommitAsync(
                new Commit(asker.By(list.Id))
                    .Append(list.Id, StreamKind<Import>.Name, loaded.Version, undone, loaded.History)
                    .Also($"update app.imports set state = {(short)ImportState.Undoing} where id = {list.Id}"), ct);
        }

        return undone.Refusal;
    }

    /// <summary>Forgets a list that nobody agreed to, and all that was kept of it.</summary>
    public Task DiscardAsync(ListPage list, CancellationToken ct) => ForgetAsync(list.Id, ct);

    /// <summary>Forgets what nobody agreed to in time, and the rows of what is done.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        var old = await db.RowsAsync<Guid>(
            $"""
            select id from app.imports where created_at < {before} and state = {(short)ImportState.Checked}
            order by created_at limit 10
            """, ct);
        foreach (var import in old)
        {
            await ForgetAsync(import, ct);
        }

        await db.ExecuteAsync(
            $"""
            delete from app.import_rows
            where import_id in (
                select i.id from app.imports i
                where i.created_at < {before} and i.state in ({(short)ImportState.Done}, {(short)ImportState.Undone})
                  and exists (select from app.import_rows r where r.import_id = i.id)
                limit 1)
            """, ct);
    }

    /// <summary>One that has begun meanwhile is left alone: its rows are somebody's work.</summary>
    private async Task ForgetAsync(Guid import, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await connection.ExecuteAsync($"delete from app.imports where id = {import} and state = {(short)ImportState.Checked}", ct) == 0)
        {
            return;
        }

        foreach (var forget in Vault.Forget(SqlPart.Of($"select subject from app.import_rows where import_id = {import}")))
        {
            await connection.ExecuteAsync(forget, ct);
        }

        await connection.ExecuteAsync($"delete from app.import_rows where import_id = {import}", ct);
        await transaction.CommitAsync(ct);
    }

    private static readonly SqlPart Columns = SqlPart.Of(
        $"""
        select i.id, i.kind, i.region, r.place, i.state, i.good, i.wrong, i.twice, i.noted, i.taken, i.personal, i.ignored, i.old_letters,
               i.recorded, i.skipped, i.withdrawn, i.kept, i.attempts, i.created_at, i.begun_at, i.finished_at
        from app.imports i
        left join app.regions r on r.code = i.region
        """);

    private static SqlPart Within(Asker asker) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.role = {nameof(OfficeRole.Officer)}
              and (i.region = m.region or (i.region ~>=~ (m.region || '.') and i.region ~<~ (m.region || '/'))))
        """);
}
