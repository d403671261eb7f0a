using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Acts;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Acts;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Npgsql;

namespace Kim.Market.Web.Features.Listings.Csv;

/// <summary>What taking over a row would do.</summary>
/// <param name="Changes">Each difference in words; empty for a new product.</param>
public sealed record PlannedLine(int Number, string Name, bool IsNew, IReadOnlyList<string> Changes);

/// <summary>What taking over a file would do. Nothing is done yet.</summary>
/// <param name="Fingerprint">Of all that would be done: whoever agrees to one plan never gets another.</param>
public sealed record CsvPlan(IReadOnlyList<PlannedLine> Lines, int Same, IReadOnlyList<WrongLine> Wrong, string? Refusal, string Fingerprint)
{
    public int New => Lines.Count(line => line.IsNew);

    public int Changed => Lines.Count - New;
}

/// <summary>Takes over lists of goods: first it says what would change, then it changes all of it as one act. The caller has checked whose shop it is.</summary>
public sealed class CsvDesk(NpgsqlDataSource db, EventStore store, GoodsCsv csv, SellerGoods goods, TimeProvider clock, Words words)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>Keeps a file until its owner agrees to what it would change.</summary>
    public async Task<Guid> KeepAsync(Asker asker, Guid shop, string content, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var now = clock.GetUtcNow();
        await db.ExecuteAsync($"delete from app.csv_imports where created_at < {now - Kept}", ct);
        await db.ExecuteAsync(
            $"""
            insert into app.csv_imports (id, business_id, member_id, content, created_at)
            values ({id}, {shop}, {asker.Scope}, {content}, {now})
            """, ct);
        return id;
    }

    /// <summary>A file this asker sent for this shop; null when there is none, or it was swept.</summary>
    public async Task<string?> ContentAsync(Asker asker, Guid shop, Guid import, CancellationToken ct) => (await db.RowsAsync<string>(
        $"select content from app.csv_imports where id = {import} and member_id = {asker.Scope} and business_id = {shop}", ct)).SingleOrDefault();

    public async Task<CsvPlan> PlanAsync(Asker asker, Guid shop, string content, CancellationToken ct) =>
        Plan(csv.Read(content), await KnownAsync(asker, shop, ct)).Plan;

    /// <summary>Does what the plan said, if that is still what there is to do; the same file sent twice is taken over once.</summary>
    /// <returns>The plan that was carried out, or the one that would be now.</returns>
    public async Task<(CsvPlan Plan, bool IsDone)> ApplyAsync(Asker asker, Guid shop, Guid import, string content, string fingerprint, CancellationToken ct)
    {
        var known = await KnownAsync(asker, shop, ct);
        var (plan, work) = Plan(csv.Read(content), known);
        if ((await store.ReadAsync(import, after: 0, ct)).Count > 0)
        {
            return (plan, true);
        }

        if (plan.Fingerprint != fingerprint || work.Count == 0)
        {
            return (plan, false);
        }

        try
        {
            await store.CommitAsync(await CommitAsync(asker, shop, import, work, ct), ct);
            return (plan, true);
        }
        catch (StreamMovedException)
        {
            return (plan, (await store.ReadAsync(import, after: 0, ct)).Count > 0);
        }
    }

    private async Task<Dictionary<string, OwnProduct>> KnownAsync(Asker asker, Guid shop, CancellationToken ct) =>
        (await goods.AllAsync(asker, shop, ct)).ToDictionary(product => product.Slug, StringComparer.Ordinal);

    private async Task<Commit> CommitAsync(Asker asker, Guid shop, Guid import, List<(GoodsLine Line, OwnProduct? Known, Guid? Family)> work, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var commit = new Commit(asker.By(import));
        var touched = new List<Id<Product>>();
        var old = work.Where(item => item.Known is not null).ToList();
        var loaded = await store.LoadManyAsync<Product>(
            [.. old.Select(item => item.Known!.ProductId)], static (state, happened) => Product.Evolve(state, (ProductEvent)happened), ct);
        foreach (var ((line, _, family), product) in old.Zip(loaded))
        {
            commit.Append(
                product.State!.Id.Value, StreamKind<Product>.Name, product.Version,
                [
                    .. product.State.Rewrite(line.Face, line.Terms(product.State.Terms), product.State.Story, product.State.Option, now),
                    .. Option(product.State, line, family, now), .. product.State.SetPrice(line.Price, now),
                ],
                product.History);
            touched.Add(product.State.Id);
        }

        foreach (var (line, _, family) in work.Where(item => item.Known is null))
        {
            var id = Id<Product>.New();
            var (name, category, unit, content, about) = line.Face;
            var drafted = Product.Draft(id, new Id<Business>(shop), name, ListingDesk.SlugOf(name, id), category, unit, content, about, now);
            var draft = drafted.Aggregate((Product?)null, Product.Evolve)!;
            var opened = Stock.Open(id, now);
            commit.Append(
                id.Value, StreamKind<Product>.Name, Expected.New,
                [.. drafted, .. draft.SetPrice(line.Price, now), .. draft.SetTerms(line.Terms(Terms.Ordinary), now), .. Option(draft, line, family, now)], []);
            commit.Append(
                Stock.Of(id).Value, StreamKind<Stock>.Name, Expected.New,
                [.. opened, .. opened.Aggregate((Stock?)null, Stock.Evolve)!.Count(line.Stock ?? 0, "", now)], []);
            touched.Add(id);
        }

        return ActDesk.Record(commit, import, ActKind.Import, shop, [.. touched], now);
    }

    private static Decision<ProductEvent> Option(Product product, GoodsLine line, Guid? family, DateTimeOffset now) =>
        family is { } id ? product.BeOption(new(id), line.Option!, now) : [];

    private (CsvPlan Plan, List<(GoodsLine Line, OwnProduct? Known, Guid? Family)> Work) Plan(GoodsFile file, Dictionary<string, OwnProduct> known)
    {
        var (planned, wrong, work, same) = (new List<PlannedLine>(), file.Wrong.ToList(), new List<(GoodsLine, OwnProduct?, Guid?)>(), 0);
        var options = new OptionCells(known, file, words);
        foreach (var line in file.Lines)
        {
            var family = options.FamilyOf(line, known.GetValueOrDefault(line.Code), out var reason);
            if (reason is not null)
            {
                wrong.Add(new(line.Number, [reason]));
            }
            else if (line.Code.Length == 0)
            {
                planned.Add(new(line.Number, line.Option is { Length: > 0 } option ? $"{line.Face.Name}, {option}" : line.Face.Name, IsNew: true, [words["{0} per {1}", line.Price, line.Face.Unit]]));
                work.Add((line, null, family));
            }
            else if (!known.TryGetValue(line.Code, out var product))
            {
                wrong.Add(new(line.Number, [words["Kode “{0}” tidak ada di lapak ini. Kosongkan kodenya untuk produk baru.", line.Code]]));
            }
            else if (Differences(product, line, family) is { Count: > 0 } changes)
            {
                planned.Add(new(line.Number, product.Name, IsNew: false, changes));
                work.Add((line, product, family));
            }
            else
            {
                same++;
            }
        }

        var text = string.Join('\n', planned.Select(line => $"{line.Number} {line.Name} {line.IsNew} {string.Join('|', line.Changes)}"));
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return (new(planned, same, [.. wrong.OrderBy(line => line.Number)], file.Refusal, fingerprint), work);
    }

    private List<string> Differences(OwnProduct product, GoodsLine line, Guid? family)
    {
        var face = product.Face;
        List<string> changes = [];
        Compare(words.Of(ProductAspect.Name), face.Name, line.Face.Name);
        Compare(words.Of(ProductAspect.Category), face.Category, line.Face.Category);
        Compare(words.Of(ProductAspect.Price), product.Price is { } price ? RupiahFormat.Full(price) : "–", RupiahFormat.Full(line.Price));
        Compare(words.Of(ProductAspect.Unit), face.Unit, line.Face.Unit);
        Compare(words.Of(ProductAspect.Content), Said(face.Content), Said(line.Face.Content));
        Compare(words.Of(ProductAspect.About), face.About, line.Face.About);
        if (family is not null)
        {
            Compare(words["Pilihan"], product.Option, line.Option!);
        }

        var (had, wanted) = (product.Had, line.Terms(product.Had));
        if (had != wanted)
        {
            foreach (var (column, (before, after)) in TermsCells.Columns.Zip(TermsCells.Write(had).Zip(TermsCells.Write(wanted))))
            {
                Compare(column, before, after);
            }
        }

        return changes;

        void Compare(string what, string before, string after)
        {
            if (before != after)
            {
                changes.Add($"{what}: {before} → {after}");
            }
        }

        string Said(Content? content) => content is null ? "–" : $"{content.Amount} {words.Of(content.Measure)}";
    }
}
