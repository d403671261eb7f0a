using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain;
using Kim.Market.Domain.Directory;
using Kim.Market.Domain.Imports;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Imports;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Entries;

/// <summary>An office's list of UMKM: each row becomes a line of the directory.</summary>
public sealed class BusinessList(NpgsqlDataSource db, EventStore store) : IImportList
{
    private const int AtOnce = 1_000;

    public ImportKind Kind => ImportKind.Businesses;

    public ListColumn? Meaning(ColumnName column) => column.OfBusinesses();

    public Refusal? Lacks(Sheet sheet) =>
        !sheet.Has(ListColumn.Name) ? sheet.HasPlainName ? ListRefusals.UnclearNameColumn : ListRefusals.NoNameColumn
        : !sheet.Has(ListColumn.Village) ? ListRefusals.NoVillageColumn
        : null;

    public ReadRow Read(SheetRow row, ReadingAids aids)
    {
        var (name, category) = (Line(row[ListColumn.Name]), Line(row[ListColumn.Category]));
        var (village, district) = (row[ListColumn.Village], row[ListColumn.District]);
        var (answer, code) = aids.Villages.Find(village, district);
        var problem = Wrong(name) ?? answer switch
        {
            VillageAnswer.Found => null,
            VillageAnswer.Several => ListRefusals.SeveralVillages(village),
            _ => village.Length == 0 ? ListRefusals.NoVillage : ListRefusals.UnknownVillage(village),
        };
        if (problem is not null)
        {
            return new(row.Number, Guid.Empty, "", "", Json(PublicText.HoldsNumber(name) ? "" : name.Length > Limits.Name ? name[..Limits.Name] : name, "")) { Problem = problem };
        }

        var phone = WhatsAppNumber.TryParse(row[ListColumn.Phone], out var number) ? number : (WhatsAppNumber?)null;
        return new(row.Number, Guid.CreateVersion7(), EntryRow.KeyOf(name), code.Value, Json(name, Fitting(category)))
        {
            IsGood = true,
            Phone = phone is { } known ? aids.Phones.Of(known) : null,
            Problem = phone is null && row[ListColumn.Phone].Length > 0 ? ListRefusals.PhoneLeftOut : null,
            Secrets = Secrets(phone, row[ListColumn.Address]),
        };
    }

    public Sql MarkRepeated(Guid import) =>
        $"""
        with mine as (
            select number, phone,
                   row_number() over (partition by village, key order by number) as nth,
                   row_number() over (partition by village, key, phone order by number) as nth_alike,
                   min(number) filter (where phone is null) over (partition by village, key) as bare
            from app.import_rows
            where import_id = {import} and state = {(short)RowState.Good}
        )
        update app.import_rows r set state = {(short)RowState.Twice}, problem = {ListRefusals.Repeated.Code}
        from mine
        where r.import_id = {import} and r.number = mine.number and mine.nth > 1
          and (mine.phone is null or mine.nth_alike > 1 or mine.bare < mine.number)
        """;

    /// <summary>The same name in the same village is the same business, unless both have numbers and these differ.</summary>
    public IEnumerable<Sql> MarkKnown(Guid import, RegionCode region, int after, int through) =>
    [
        $"""
        update app.import_rows r set state = {(short)RowState.Twice}, problem = {ListRefusals.KnownEntry.Code}
        where r.import_id = {import} and r.state = {(short)RowState.Good} and r.number > {after} and r.number <= {through} and exists (
            select from directory_entries e
            left join app.directory_phones p on p.entry_id = e.entry_id
            where e.village = r.village and e.key = r.key and e.status <> {(short)EntryStatus.Withdrawn} and e.list_id <> r.import_id
              and (r.phone is null or p.hash is null or p.hash = r.phone))
        """,
        $"""
        update app.import_rows r set state = {(short)RowState.Twice}, problem = {ListRefusals.KnownShop.Code}
        from (
            select distinct village, regexp_replace(lower(name), '[^a-z0-9]', '', 'g') as key
            from businesses
            where village ~>=~ {region.Value} and village ~<~ {region.Value + '/'}) known
        where r.import_id = {import} and r.state = {(short)RowState.Good} and r.number > {after} and r.number <= {through}
          and known.village = r.village and known.key = r.key
        """,
    ];

    public Task AppendAsync(Commit commit, ImportJob job, IReadOnlyList<StagedRow> rows, DateTimeOffset now, CancellationToken ct)
    {
        var list = new Id<Import>(job.Id);
        foreach (var row in rows)
        {
            var said = JsonSerializer.Deserialize(row.Data, EntryJson.Default.EntryWords)!;
            commit.Append(
                row.Subject, StreamKind<DirectoryEntry>.Name, Expected.New,
                DirectoryEntry.Record(new(row.Subject), said.Name, RegionCode.Parse(row.Village), said.Category, list, now));
        }

        StagedRow[] reachable = [.. rows.Where(row => row.Phone is not null)];
        commit.Also(
            $"""
            insert into app.directory_phones (entry_id, hash)
            select * from unnest({Array.ConvertAll(reachable, row => row.Subject)}, {Array.ConvertAll(reachable, row => row.Phone!)})
            """);
        return Task.CompletedTask;
    }

    public async Task<TakenBack> TakeBackAsync(ImportJob job, DateTimeOffset now, CancellationToken ct)
    {
        var entries = await db.RowsAsync<Guid>(
            $"""
            select entry_id from directory_entries
            where list_id = {job.Id} and status = {(short)EntryStatus.Listed}
            order by entry_id
            limit {AtOnce}
            """, ct);
        var commit = new Commit(job.By);
        var loaded = await store.LoadManyAsync<DirectoryEntry>(
            entries, static (state, happened) => DirectoryEntry.Evolve(state, (DirectoryEvent)happened), ct);
        foreach (var entry in loaded)
        {
            commit.Append(
                entry.State!.Id.Value, StreamKind<DirectoryEntry>.Name, entry.Version,
                entry.State.Withdraw(WithdrawalReason.ListUndone, now), entry.History);
        }

        Guid[] gone = [.. entries];
        foreach (var forget in Forget(SqlPart.Of($"select unnest({gone})")))
        {
            commit.Also(forget);
        }

        var isLast = entries.Count < AtOnce;
        var kept = isLast
            ? (await db.RowsAsync<int>($"select count(*)::int from directory_entries where list_id = {job.Id} and status = {(short)EntryStatus.Claimed}", ct))[0]
            : 0;
        return new(commit, entries.Count, kept, isLast);
    }

    /// <summary>Destroys what the vault and the finder of numbers hold of these lines, and their codes.</summary>
    internal static IEnumerable<Sql> Forget(SqlPart entries) =>
        [.. Vault.Forget(entries), EntryCodes.End(entries), $"delete from app.directory_phones where entry_id in ({entries})"];

    private static Refusal? Wrong(string name) =>
        name.Length == 0 || EntryRow.KeyOf(name).Length == 0 ? ListRefusals.NoName
        : Sheet.IsNik(name) ? ListRefusals.HoldsNik
        : PublicText.HoldsNumber(name) ? ListRefusals.HoldsNumber
        : name.Length > Limits.Name ? ListRefusals.NameLength(Limits.Name)
        : null;

    // A cell of several lines becomes one.
    private static string Line(string cell) => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Fitting(string category) =>
        PublicText.HoldsNumber(category) || category.Length > DirectoryEntry.LongestCategory ? "" : category;

    private static List<(string, string)> Secrets(WhatsAppNumber? phone, string address)
    {
        List<(string, string)> secrets = phone is { } known ? [("whatsapp", known.International)] : [];
        if (address.Length is > 0 and <= Limits.BuyerAddress && !PublicText.HoldsNumber(address))
        {
            secrets.Add(("address", Line(address)));
        }

        return secrets;
    }

    private static string Json(string name, string category) => JsonSerializer.Serialize(new EntryWords(name, category), EntryJson.Default.EntryWords);
}

/// <summary>What a row says in public.</summary>
internal sealed record EntryWords(string Name, string Category);

/// <summary>How it lies in the list until it is taken over.</summary>
[JsonSerializable(typeof(EntryWords))]
internal sealed partial class EntryJson : JsonSerializerContext;
