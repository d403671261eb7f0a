using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Businesses;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.Groups;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.Potentials;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Stories;
using Kim.Market.Web.Features.Villages;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>Says of anything that has a public page what a poster says of it: read from the same rows as that page, so that they agree.</summary>
public sealed class PieceBook(
    ProductPages products, BusinessPages businesses, GroupPages groups, ProductCards cards, Places places, RegionPages regions, StoryPages stories,
    PotentialPages potentials, ResultPieces results, Showcase showcase, Words words, TimeProvider clock)
{
    /// <returns>Null when it has no public page.</returns>
    public Task<Piece?> FindAsync(PieceKind kind, string key, CancellationToken ct) => kind == PieceKind.Village ? VillageAsync(key, ct)
        : kind is PieceKind.Result or PieceKind.GroupResult ? results.FindAsync(kind, key, ct)
        : !Slug.IsValid(key) ? Task.FromResult<Piece?>(null)
        : kind switch
        {
            PieceKind.Product => ProductAsync(key, ct),
            PieceKind.Shop => ShopAsync(key, ct),
            PieceKind.Group => GroupAsync(key, ct),
            PieceKind.MarketDay => MarketDayAsync(key, ct),
            PieceKind.Harvest => HarvestAsync(key, ct),
            PieceKind.Story => StoryAsync(key, ct),
            _ => PotentialAsync(key, ct),
        };

    private DateTimeOffset Now => clock.GetUtcNow();

    private async Task<Piece?> ProductAsync(string slug, CancellationToken ct)
    {
        if (await products.FindAsync(slug, ct) is not var (product, _))
        {
            return null;
        }

        var zone = Zone.Of(product.TimeZone);
        var holds = product is { Content: { } amount, Measure: { } measure } ? showcase.Named(new(amount, (Domain.Products.Measure)measure)) : product.Unit;
        var sold = holds == product.Unit ? words["per {0}", product.Unit] : $"{words["per {0}", product.Unit]}, {holds}";
        return new(
            PieceKind.Product, slug, product.Name, product.Had.Supply == Domain.Products.Supply.Ready ? words["Tersedia"] : words["Bisa dipesan"],
            $"{product.Business}, {product.Place}", RupiahFormat.Full(product.Price), [sold, words["harga per {0}", DateFormat.Full(Now, zone)]],
            words["Pindai untuk pesan"], $"/p/{slug}", [.. product.Shown.Take(1).Select(photo => photo.Hash)], [product.Group, VillageOf(product.Place)])
        {
            NotNow = product.Problem switch
            {
                LineProblem.None => null,
                LineProblem.SoldOut or LineProblem.UnderMinimum => words["Barang ini sedang habis. Posternya bisa dibuat lagi begitu ada stok."],
                LineProblem.OutOfSeason => words["Barang ini sedang tidak musim. Posternya bisa dibuat lagi begitu musimnya tiba."],
                _ => words["Barang ini sedang tidak bisa dipesan, jadi belum ada posternya."],
            },
            Zone = zone,
            Colour = product.Colour,
            Shows = [product.ProductId, product.BusinessId, product.GroupId],
            Until = PastDay.EndOf(DateFormat.DayIn(Now, zone), zone), // the day of the price is on it
        };
    }

    private async Task<Piece?> HarvestAsync(string slug, CancellationToken ct)
    {
        if (await products.FindAsync(slug, ct) is not var (product, _) || product.Ripening is not { } harvest)
        {
            return null;
        }

        var zone = Zone.Of(product.TimeZone);
        return new(
            PieceKind.Harvest, slug, product.Name, words["Panen berikutnya"], $"{product.Business}, {product.Place}",
            $"{DateFormat.Brief(harvest.ReadyFrom)} – {DateFormat.Brief(harvest.ReadyUntil)}",
            [
                words["Perkiraan panen {0}", QuantityFormat.Of(harvest.Capacity, product.Unit)],
                words["Antre sampai {0}, tanpa uang muka", DateFormat.Full(harvest.QueueUntil, zone)],
            ],
            words["Pindai untuk antre"], $"/p/{slug}", [.. product.Shown.Take(1).Select(photo => photo.Hash)], [product.Group, VillageOf(product.Place)])
        {
            NotNow = harvest.IsQueueing(Now) ? null : words["Antrean untuk panen ini sudah ditutup."],
            Zone = zone,
            Colour = product.Colour,
            Shows = [product.ProductId, product.BusinessId, product.GroupId, harvest.HarvestId],
            Until = harvest.QueueUntil > Now ? harvest.QueueUntil : null,
        };
    }

    private async Task<Piece?> ShopAsync(string slug, CancellationToken ct)
    {
        if (await businesses.FindAsync(slug, ct) is not var (business, _, _))
        {
            return null;
        }

        var goods = await cards.OfBusinessAsync(business.BusinessId, null, ct);
        var isOpen = business.Status == (short)Domain.Businesses.BusinessStatus.Open && business.GroupStatus == (short)GroupStatus.Active;
        return new(
            PieceKind.Shop, slug, business.Name, words.Of((Domain.Businesses.BusinessKind)business.Kind), business.Place,
            business.Products == 0 ? null : words["{0} produk", business.Products], [words["langsung dari pembuatnya"]],
            words["Pindai untuk melihat lapak"], $"/toko/{slug}", PhotosOf(goods), [business.Name, VillageOf(business.Place)])
        {
            NotNow = isOpen ? null : words["Lapak ini sedang tidak menerima pesanan, jadi belum ada posternya."],
            Zone = Zone.Of(business.TimeZone),
            Colour = business.Colour,
            Shows = [business.BusinessId, business.GroupId, .. goods.Select(product => product.ProductId)],
        };
    }

    private async Task<Piece?> GroupAsync(string slug, CancellationToken ct) => await groups.FindAsync(slug, null, null, ct) is var (group, _, _, _)
        ? new(
            PieceKind.Group, slug, group.Name, words["Kelompok Informasi Masyarakat"], group.Place,
            group.Products == 0 ? null : words["{0} produk", group.Products], [words["dari {0} usaha, langsung dari pembuatnya", group.Businesses]],
            words["Pindai untuk melihat lapak"], $"/kim/{slug}",
            group.IsOutOfSight ? [] : PhotosOf(await cards.OfGroupAsync(group.GroupId, null, ct)), [group.Name, VillageOf(group.Place)])
        {
            NotNow = NotActive(group),
            Zone = Zone.Of(group.TimeZone),
            Colour = group.Front.Colour,
            Shows = [group.GroupId],
        }
        : null;

    private async Task<Piece?> MarketDayAsync(string slug, CancellationToken ct)
    {
        if (await groups.FindAsync(slug, null, null, ct) is not var (group, _, _, _) || group.IsOutOfSight)
        {
            return null;
        }

        var next = group.MarketDays.SelectMany(day => day.Coming(Now).Where(date => date.IsOpen(Now)).Take(1).Select(date => (day.Terms, Date: date))).OrderBy(day => day.Date.From).ToList();
        var (terms, at) = next is [var first, ..] ? (first.Terms, first.Date) : (null, null);
        var zone = terms is null ? Zone.Of(group.TimeZone) : MarketDate.ZoneOf(terms);
        return new(
            PieceKind.MarketDay, slug, group.Name, words["Hari pasar"], terms is null ? group.Place : $"{terms.Place}, {group.Place}",
            at is null ? null : MarketWords.Day(at.Date),
            at is null ? [] : [MarketWords.Hours(at.From, at.Until, zone), words["Pesan sebelum {0}", MarketWords.Moment(at.OrderBy, zone)]],
            words["Pindai untuk pesan"], $"/kim/{slug}", PhotosOf(await cards.OfGroupAsync(group.GroupId, null, ct)), [group.Name, words["Hari pasar"]])
        {
            NotNow = NotActive(group) ?? (at is null ? words["Belum ada hari pasar yang bisa dipesan."] : null),
            Zone = zone,
            Colour = group.Front.Colour,
            Shows = [group.GroupId, .. group.MarketDays.Select(day => day.MarketDayId)],
            Until = at?.OrderBy,
        };
    }

    private async Task<Piece?> VillageAsync(string code, CancellationToken ct)
    {
        if (!RegionCode.TryParse(code, null, out var asked) || await places.FindAsync(asked, ct) is not { } region || region.Code.Value != code)
        {
            return null;
        }

        var there = await regions.ReadAsync(region.Code, null, null, ct);
        var sellers = there.Find(region.Code)?.Businesses ?? 0;
        return new(
            PieceKind.Village, code, region.Name, region.Word, region.FullPlaceText, sellers == 0 ? null : words["{0} UMKM", sellers],
            sellers == 0 ? [] : [words["membuat dan menjual langsung dari sini"]], words["Pindai untuk mengenal"], PlaceAddress.Of(code)[1..], PhotosOf(there.Products.Rows), [region.Name])
        {
            Zone = Zone.Of(region.TimeZone),
            Shows = [.. there.Products.Rows.Select(product => product.ProductId)],
        };
    }

    private async Task<Piece?> StoryAsync(string slug, CancellationToken ct) => await stories.FindAsync(slug, ct) is var (story, _, goods)
        ? new(
            PieceKind.Story, slug, story.Title, words["Cerita KIM"], $"{story.Group}, {story.Place}", null, [words["ditulis {0}", DateFormat.Full(story.WrittenAt, Zone.Of(story.TimeZone))]],
            words["Pindai untuk membaca"], $"/cerita/{slug}",
            [.. story.Pictures.Select(picture => picture.Hash).Concat(PhotosOf(goods)).Distinct().Take(Piece.MostPhotos)], [story.Group])
        {
            Zone = Zone.Of(story.TimeZone),
            Shows = [story.StoryId, story.GroupId, .. goods.Select(product => product.ProductId)],
        }
        : null;

    private async Task<Piece?> PotentialAsync(string slug, CancellationToken ct) => await potentials.FindAsync(slug, ct) is { } potential
        ? new(
            PieceKind.Potential, slug, potential.Title, potential.Says is { } sheet ? words.Of(sheet.Kind) : words["Potensi desa"], potential.Place, null,
            potential.Says is { Opportunity: not null } ? [words["bahan perkenalan, bukan penawaran efek"]] : [],
            words["Pindai untuk membaca"], $"/potensi/{slug}",
            [.. (potential.Says?.Pictures() ?? []).Take(Piece.MostPhotos).Select(photo => photo.Hash)], [potential.Name])
        {
            NotNow = potential.Says is null ? words["Potensi ini ditarik dari halaman desa."] : null,
            Zone = Zone.Of(potential.TimeZone),
            Shows = [potential.PotentialId, potential.GroupId],
        }
        : null;

    private string? NotActive(GroupPage group) => group.Status == (short)GroupStatus.Active ? null : words["KIM ini sedang tidak menerima pesanan, jadi belum ada posternya."];

    private static IReadOnlyList<string> PhotosOf(IEnumerable<ProductCardRow> goods) =>
        [.. goods.Where(product => product is { Photo: not null, Available: > 0 }).Select(product => product.Photo!).Distinct().Take(Piece.MostPhotos)];

    // "Desa Batuah, Kec. Loa Janan": the first of it
    private static string VillageOf(string place) => place.Split(',')[0];
}
