using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Decrees;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Imports;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Imports;
using Npgsql;

namespace Kim.Market.Web.Features.Register;

/// <summary>An office's register of KIM: each row becomes a KIM that its officer vouches for, with its decree.</summary>
public sealed class GroupList(NpgsqlDataSource db, EventStore store) : IImportList
{
    private const int AtOnce = 200;

    // /kim/daftar is a page of its own
    private const string OwnAddress = "daftar";

    public ImportKind Kind => ImportKind.Groups;

    public ListColumn? Meaning(ColumnName column) => column.OfGroups();

    public Refusal? Lacks(Sheet sheet) =>
        !sheet.Has(ListColumn.Name) ? ListRefusals.NoGroupNameColumn
        : !sheet.Has(ListColumn.Village) && !sheet.Has(ListColumn.District) ? ListRefusals.NoVillageColumn
        : null;

    public ReadRow Read(SheetRow row, ReadingAids aids)
    {
        var name = string.Join(' ', row[ListColumn.Name].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var (village, district) = (row[ListColumn.Village], row[ListColumn.District]);
        var (answer, seat) = village.Length == 0 && district.Length > 0 ? aids.Villages.FindDistrict(district) : aids.Villages.Find(village, district);
        var place = village.Length > 0 ? village : district;
        var problem = KeyOf(name).Length == 0 ? ListRefusals.NoName
            : PublicText.HoldsNumber(name) ? ListRefusals.HoldsNumber
            : name.Length > Limits.Name ? ListRefusals.NameLength(Limits.Name)
            : answer == VillageAnswer.Found ? null
            : place.Length == 0 ? ListRefusals.NoVillage
            : answer == VillageAnswer.Several ? ListRefusals.SeveralVillages(place)
            : ListRefusals.UnknownVillage(place);
        var said = Said(row, PublicText.HoldsNumber(name) ? "" : name.Length > Limits.Name ? name[..Limits.Name] : name, seat);
        if (problem is not null)
        {
            return new(row.Number, Guid.Empty, "", "", Json(new(said.Name, said.Basis, []))) { Problem = problem };
        }

        var isProfileWrong = said.Profile is { } profile && Group.Propose(new(Guid.Empty), name, "kim", seat, said.Basis, [], "", aids.Now)
            .Append(new GroupVerified(aids.Now)).Aggregate((Group?)null, Group.Evolve)!.Describe(profile, aids.Now).Refusal is not null;
        var isDecreeWrong = row[ListColumn.DecreeNumber].Length > 0 && said.DecreeNumber is null;
        return new(row.Number, Guid.CreateVersion7(), KeyOf(name), seat.Value, Json(isProfileWrong ? said with { Founded = null, FoundedIn = null, Women = null, Men = null } : said))
        {
            IsGood = true,
            Problem = isDecreeWrong ? ListRefusals.DecreeLeftOut : isProfileWrong ? ListRefusals.ProfileLeftOut : null,
        };
    }

    public Sql MarkRepeated(Guid import) =>
        $"""
        with mine as (
            select number, row_number() over (partition by village, key order by number) as nth
            from app.import_rows
            where import_id = {import} and state = {(short)RowState.Good}
        )
        update app.import_rows r set state = {(short)RowState.Twice}, problem = {ListRefusals.Repeated.Code}
        from mine
        where r.import_id = {import} and r.number = mine.number and mine.nth > 1
        """;

    public IEnumerable<Sql> MarkKnown(Guid import, RegionCode region, int after, int through) =>
    [
        $"""
        update app.import_rows r set state = {(short)RowState.Twice}, problem = {ListRefusals.KnownGroup.Code}
        from (
            select distinct seat, regexp_replace(regexp_replace(lower(name), '[^a-z0-9]', '', 'g'), '^kim', '') as key
            from groups
            where seat ~>=~ {region.Value} and seat ~<~ {region.Value + '/'} and status <> {(short)GroupStatus.Rejected}) known
        where r.import_id = {import} and r.state = {(short)RowState.Good} and r.number > {after} and r.number <= {through}
          and known.seat = r.village and known.key = r.key
        """,
    ];

    public async Task AppendAsync(Commit commit, ImportJob job, IReadOnlyList<StagedRow> rows, DateTimeOffset now, CancellationToken ct)
    {
        var said = rows.Select(row => (Row: row, Words: JsonSerializer.Deserialize(row.Data, GroupWordsJson.Default.GroupWords)!)).ToList();
        var slugs = said.Select(one => Slug.From(one.Words.Name)).Distinct().ToArray();
        HashSet<string> taken = [OwnAddress, .. await db.RowsAsync<string>($"select slug from groups where slug = any({slugs})", ct)];
        foreach (var (row, words) in said)
        {
            commit.Append(row.Subject, StreamKind<Group>.Name, Expected.New, Events(row, words, taken, now));
        }

        await NameAsync(commit, [.. said.Where(one => one.Words.DecreeNumber is not null)], now, ct);
    }

    public async Task<TakenBack> TakeBackAsync(ImportJob job, DateTimeOffset now, CancellationToken ct)
    {
        var done = job.Withdrawn + job.Kept;
        var groups = await db.RowsAsync<Guid>(
            $"""
            select subject from app.import_rows
            where import_id = {job.Id} and state = {(short)RowState.Good} and number <= {job.Position}
            order by number
            offset {done} limit {AtOnce}
            """, ct);
        Guid[] all = [.. groups];
        var curating = await db.RowsAsync<Guid>($"select distinct group_id from businesses where group_id = any({all})", ct);
        var histories = await store.ReadManyAsync(groups, ct);
        var commit = new Commit(job.By);
        var gone = new List<Guid>();
        foreach (var group in groups.Except(curating))
        {
            var history = histories[group];
            var isUntouched = history.All(recorded => recorded.Metadata.Causation == job.Id.ToString());
            var withdrawn = isUntouched && history.Count > 0
                ? history.Select(recorded => (GroupEvent)recorded.Data).Aggregate((Group?)null, Group.Evolve)!.Withdraw(now)
                : [];
            if (withdrawn.Count > 0)
            {
                commit.Append(group, StreamKind<Group>.Name, history[^1].Version, withdrawn, history);
                gone.Add(group);
            }
        }

        await StrikeAsync(commit, gone, now, ct);
        return new(commit, gone.Count, groups.Count - gone.Count, groups.Count < AtOnce);
    }

    private static List<GroupEvent> Events(StagedRow row, GroupWords words, HashSet<string> taken, DateTimeOffset now)
    {
        var id = new Id<Group>(row.Subject);
        var slug = Slug.From(words.Name);
        if (!taken.Add(slug))
        {
            slug = $"{slug[..Math.Min(slug.Length, Slug.Longest - 9)].TrimEnd('-')}-{row.Subject.ToString("N")[^8..]}";
        }

        List<GroupEvent> events = [.. Group.Propose(id, words.Name, slug, RegionCode.Parse(row.Village), words.Basis, words.Themes, "", now)];
        Decide(group => group.Verify(now));
        if (words.Profile is { } profile)
        {
            Decide(group => group.Describe(profile, now));
        }

        if (words.FoundedIn is { } year)
        {
            Decide(group => group.RecordFoundingYear(year, now));
        }

        if (words.NationalId is { } number)
        {
            Decide(group => group.RecordNationalId(number, now));
        }

        return events;

        void Decide(Func<Group, Decision<GroupEvent>> decide) => events.AddRange(decide(events.Aggregate((Group?)null, Group.Evolve)!));
    }

    /// <summary>One paper may name many KIM of the list, and may be known already.</summary>
    private async Task NameAsync(Commit commit, IReadOnlyList<(StagedRow Row, GroupWords Words)> said, DateTimeOffset now, CancellationToken ct)
    {
        var numbers = said.Select(one => one.Words.DecreeNumber!.ToLowerInvariant()).Distinct().ToArray();
        var known = (await db.RowsAsync<KnownDecree>(
                $"select decree_id, region, lower(number) as number from decrees where lower(number) = any({numbers}) and not revoked order by issued_on", ct))
            .GroupBy(decree => (decree.Region, decree.Number)).ToDictionary(same => same.Key, same => same.Last().DecreeId);
        var papers = said.GroupBy(one => (
            RegisterDesk.RegionOf(one.Words.DecreeIssuer, RegionCode.Parse(one.Row.Village)).Value, one.Words.DecreeNumber!.ToLowerInvariant()));
        foreach (var paper in papers)
        {
            var words = paper.First().Words;
            var id = known.TryGetValue(paper.Key, out var old) ? new Id<Decree>(old) : Id<Decree>.New();
            var loaded = await store.LoadAsync<Decree>(id.Value, static (state, happened) => Decree.Evolve(state, (DecreeEvent)happened), ct);
            List<DecreeEvent> events = loaded.State is null
                ? [.. Decree.Record(id, words.DecreeNumber!, "", words.DecreeIssuer, RegionCode.Parse(paper.Key.Value), words.DecreeDate!.Value, null, null, now)]
                : [];
            var state = events.Aggregate(loaded.State, (before, happened) => Decree.Evolve(before, happened));
            foreach (var (row, _) in state is null ? [] : paper.AsEnumerable())
            {
                events.AddRange(state!.Name(new(row.Subject), now));
            }

            commit.Append(id.Value, StreamKind<Decree>.Name, loaded.Version, events, loaded.History);
        }
    }

    private async Task StrikeAsync(Commit commit, List<Guid> groups, DateTimeOffset now, CancellationToken ct)
    {
        Guid[] all = [.. groups];
        var papers = await db.RowsAsync<Guid>($"select distinct decree_id from decree_groups where group_id = any({all})", ct);
        foreach (var paper in papers)
        {
            var loaded = await store.LoadAsync<Decree>(paper, static (state, happened) => Decree.Evolve(state, (DecreeEvent)happened), ct);
            commit.Append(
                paper, StreamKind<Decree>.Name, loaded.Version, [.. groups.SelectMany(group => loaded.State!.Strike(new(group), now))], loaded.History);
        }
    }

    private static GroupWords Said(SheetRow row, string name, RegionCode seat)
    {
        var (number, day) = (row[ListColumn.DecreeNumber].Trim(), GroupWords.Day(row[ListColumn.DecreeDate]));
        var national = row[ListColumn.NationalId].Trim();
        return new(name, GroupWords.BasisOf(row[ListColumn.Basis]), GroupWords.ThemesOf(row[ListColumn.Theme]))
        {
            DecreeNumber = number.Length is > 0 and <= Limits.Name && day is not null && !Sheet.IsNik(number) ? number : null,
            DecreeDate = day,
            DecreeIssuer = seat.Value.Length == 0 ? DecreeIssuer.Other : GroupWords.IssuerOf(row[ListColumn.DecreeIssuer], seat),
            NationalId = national.Length is > 0 and <= Limits.Name && !Sheet.IsNik(national) ? national : null,
            Founded = GroupWords.Day(row[ListColumn.Founded]),
            FoundedIn = GroupWords.Year(row[ListColumn.Founded]),
            Women = GroupWords.Count(row[ListColumn.Women]),
            Men = GroupWords.Count(row[ListColumn.Men]),
        };
    }

    private static string KeyOf(string name)
    {
        var key = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        return key.StartsWith("kim", StringComparison.Ordinal) ? key[3..] : key;
    }

    private static string Json(GroupWords words) => JsonSerializer.Serialize(words, GroupWordsJson.Default.GroupWords);

    private sealed record KnownDecree(Guid DecreeId, string Region, string Number);
}
