using Kim.Market.Domain;
using Kim.Market.Domain.Imports;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Tables;
using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Imports;

/// <summary>The office that sends a list.</summary>
public sealed record ListSender(Guid OfficeId, string Region, string? Place);

/// <summary>Looks at a list that was sent in: what it would become, row by row. Nothing has become anything yet.</summary>
public sealed class ImportIntake(NpgsqlDataSource db, PhoneHashes phones, TimeProvider clock) : IDisposable
{
    private const int AtOnce = 5_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // One large list at a time on a node: so its memory is bounded, however many officers press the button.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Reads the list and keeps what is good of it until its officer agrees.</summary>
    /// <param name="sender">An office the caller has found to be the asker's.</param>
    /// <returns>The id of the import, or why the file is no such list.</returns>
    public async Task<(Guid Import, Refusal? Refusal)> LookAsync(
        Asker asker, ListSender sender, IImportList list, Stream content, CancellationToken ct)
    {
        if (!await _turn.WaitAsync(Patience, ct))
        {
            return (Guid.Empty, ListRefusals.Busy);
        }

        try
        {
            var sheet = Sheet.Open(TableFile.Open(content, TableLimits.List), list.Meaning);
            return list.Lacks(sheet) is { } lacks ? (Guid.Empty, lacks) : await StageAsync(asker, sender, list, sheet, ct);
        }
        catch (TableRefusedException refused)
        {
            return (Guid.Empty, refused.Refusal);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<(Guid Import, Refusal? Refusal)> StageAsync(
        Asker asker, ListSender sender, IImportList list, Sheet sheet, CancellationToken ct)
    {
        var (import, region, now) = (Guid.CreateVersion7(), RegionCode.Parse(sender.Region), clock.GetUtcNow());
        var aids = new ReadingAids(await VillageIndex.OfAsync(db, region, ct), await phones.OpenAsync(ct), now);
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var count = 0;
        foreach (var rows in sheet.Rows().Select(row => list.Read(row, aids)).Chunk(AtOnce))
        {
            await CopyAsync(connection, import, rows, ct);
            await Vault.KeepNewAsync(connection, rows.Where(row => row.IsGood && row.Secrets.Count > 0).Select(row => (row.Subject, row.Secrets)), ct);
            count += rows.Length;
        }

        if (count == 0)
        {
            return (Guid.Empty, ListRefusals.NoRows);
        }

        await using (var batch = connection.CreateBatch())
        {
            batch.Timeout = 120;
            batch.Add($"analyze app.import_rows");
            batch.Add(list.MarkRepeated(import));
            foreach (var mark in list.MarkKnown(import, region, after: 0, through: int.MaxValue))
            {
                batch.Add(mark);
            }

            foreach (var forget in Vault.Forget(SqlPart.Of($"select subject from app.import_rows where import_id = {import} and state = {(short)RowState.Twice}")))
            {
                batch.Add(forget);
            }

            batch.Add(Insert(import, asker, sender, list.Kind, sheet, now));
            await batch.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return (import, null);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, Guid import, ReadRow[] rows, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy app.import_rows (import_id, number, subject, key, village, phone, data, state, problem, detail) from stdin (format binary)
            """, ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(import, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(row.Number, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(row.Subject, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(row.Key, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(row.Village, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(row.Phone, NpgsqlDbType.Bytea, ct);
            await copy.WriteAsync(row.Data, NpgsqlDbType.Jsonb, ct);
            await copy.WriteAsync((short)(row.IsGood ? RowState.Good : RowState.Wrong), NpgsqlDbType.Smallint, ct);
            await copy.WriteAsync(row.Problem?.Code, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(row.Problem?.Detail?.ToString(), NpgsqlDbType.Text, ct);
        }

        await copy.CompleteAsync(ct);
    }

    private static Sql Insert(Guid import, Asker asker, ListSender sender, ImportKind kind, Sheet sheet, DateTimeOffset now) =>
        $"""
        insert into app.imports (id, kind, office_id, region, member_id, state, good, wrong, twice, noted, taken, personal, ignored, old_letters, created_at)
        select {import}, {(short)kind}, {sender.OfficeId}, {sender.Region}, {asker.Scope}, {(short)ImportState.Checked},
               count(*) filter (where state = {(short)RowState.Good}), count(*) filter (where state = {(short)RowState.Wrong}),
               count(*) filter (where state = {(short)RowState.Twice}),
               count(*) filter (where state = {(short)RowState.Good} and problem is not null),
               {string.Join('\n', sheet.Taken)}, {string.Join('\n', sheet.Personal)}, {string.Join('\n', sheet.Ignored)}, {sheet.HasOldLetters}, {now}
        from app.import_rows where import_id = {import}
        """;
}
