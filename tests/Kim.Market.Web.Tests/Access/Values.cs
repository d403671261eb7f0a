using System.Reflection;
using System.Text.RegularExpressions;
using Kim.Market.Web.Access;
using Kim.Market.Web.Drawing;
using Kim.Market.Web.Features.Storefronts;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Tests.Access;

/// <summary>What stands for the holes of a route and the fields of a form: of the asker's own town, or of the other one.</summary>
internal static partial class Values
{
    /// <summary>Holes of routes. A name that means something else on one route is written with the route before it, or as the route alone where it is its only one.</summary>
    private static readonly Dictionary<string, Func<Town, string>> Holes = new()
    {
        ["/p/{slug}"] = town => town.Goods.Slug,
        ["/p/{slug}/antre"] = town => town.Goods.Slug,
        ["/p/{slug}/kabari"] = town => town.Goods.Slug,
        ["/panen/{id:guid}"] = town => town.Harvest.ToString(),
        ["/lapak/panen/{id:guid}"] = town => town.Harvest.ToString(),
        ["/antrean/{token}"] = town => town.Place,
        ["/antrean/{token}/data"] = town => town.Place,
        ["/antrean/{token}/kabar"] = town => town.Place,
        ["/p/{slug}/ulasan"] = town => town.Goods.Slug,
        ["/toko/{slug}"] = town => town.Goods.Stall.Slug,
        ["/kim/{slug}"] = town => town.KimSlug,
        ["/kim/{slug}/penilaian"] = town => town.KimSlug,
        ["/kelola/{slug}/penilaian"] = town => town.KimSlug,
        ["/dinas/penilaian/{kim:guid}"] = town => town.Kim.ToString(),
        ["/desa/{kode}/prospektus"] = _ => "64.02.15.1004",
        ["/periksa/{kode?}"] = town => town.Prospectus,
        ["/prospektus/{kode}.pdf"] = town => town.Prospectus,
        ["/desa/{kode}/terdaftar"] = _ => "64.02.15.1004",
        ["hadir"] = _ => "000000",
        ["contest"] = town => town.Contest.ToString(),
        ["/kelola/{slug}/lomba"] = town => town.KimSlug,
        ["selection"] = town => town.Selection.ToString(),
        ["coaching"] = town => town.Coaching.ToString(),
        ["/kelola/{slug}/pembinaan"] = town => town.KimSlug,
        ["kode"] = _ => "64.02.15",
        ["kata"] = _ => "ukulele bambu",
        ["kind"] = _ => "produk",
        ["dataset"] = _ => "pesanan-selesai",
        ["number"] = _ => "0",
        ["angka"] = _ => "pesanan-selesai",
        ["/p/{slug}/harga.json"] = town => town.Goods.Slug,
        ["/lapak/produk/{id:guid}"] = town => town.Goods.Id.ToString(),
        ["/lapak/produk/{id:guid}/ubah"] = town => town.Goods.Id.ToString(),
        ["/lapak/produk/{id:guid}/harga"] = town => town.Goods.Id.ToString(),
        ["/lapak/produk/{id:guid}/pilihan"] = town => town.Goods.Id.ToString(),
        ["/lapak/produk/{id:guid}/stok"] = town => town.Goods.Id.ToString(),
        ["/kim/daftar/{token}"] = town => town.Application,
        ["/dinas/bukti/{stream:guid}/{version:long} stream"] = town => town.Goods.Id.ToString(),
        ["/dinas/bukti/{stream:guid}/{version:long} version"] = _ => "4" /* that it was shown */,
        ["stream"] = town => town.Goods.Stall.Id.ToString(),
        ["version"] = _ => "3" /* its approval */,
        ["/pesanan/{token}"] = town => town.Token,
        ["/pesanan/{token}/data"] = town => town.Token,
        ["/pesanan/{token}/kabar"] = town => town.Token,
        ["/surat/{token}"] = town => town.Letter,
        ["/pulih/{token}"] = town => town.Recovery,
        ["/undangan/{token}"] = town => town.Invitation,
        ["/kelola/lapak/{slug}"] = town => town.Goods.Stall.Slug,
        ["/kelola/lapak/{slug}/pembekuan"] = town => town.Goods.Stall.Slug,
        ["/lapak/pembekuan/{slug}"] = town => town.Goods.Stall.Slug,
        ["stall"] = town => town.Goods.Stall.Id.ToString(),
        ["/berkas/{id:guid}"] = _ => Guid.NewGuid().ToString(),
        ["/lapak/data/{slug}"] = town => town.Goods.Stall.Slug,
        ["/serah/{slug}"] = town => town.Goods.Stall.Slug,
        ["/lapak/sertifikat/{slug}"] = town => town.Goods.Stall.Slug,
        ["/lapak/luar/{slug}"] = town => town.Goods.Stall.Slug,
        ["/lapak/ongkir/{slug}"] = town => town.Goods.Stall.Slug,
        ["/lapak/pembayaran/{slug}"] = town => town.Goods.Stall.Slug,
        ["/lapak/jejak/{slug}"] = town => town.Goods.Stall.Slug,
        ["/kelola/{slug}/etalase"] = town => town.KimSlug,
        ["kim"] = town => town.KimSlug,
        ["/kelola/{slug}/dicari"] = town => town.KimSlug,
        ["/kelola/{slug}/alamat"] = town => town.KimSlug,
        ["sheet"] = _ => StoreSheet.Of(Colour.Of("#0b5259")).Name,
        ["/kelola/{slug}/cerita"] = town => town.KimSlug,
        ["/kelola/{slug}/dibagikan"] = town => town.KimSlug,
        ["/kelola/{slug}/cerita/tulis"] = town => town.KimSlug,
        ["/kelola/cerita/{id:guid}"] = town => town.Story.ToString(),
        ["/kelola/cerita/{id:guid}/foto"] = town => town.Story.ToString(),
        ["/kim/{slug}/cerita.atom"] = town => town.KimSlug,
        ["/kim/{slug}/produk.xml"] = town => town.KimSlug,
        ["/cerita/{slug}"] = town => town.StorySlug,
        ["/kelola/{slug}/potensi"] = town => town.KimSlug,
        ["/kelola/{slug}/potensi/tulis"] = town => town.KimSlug,
        ["/kelola/potensi/{id:guid}"] = town => town.Potential.ToString(),
        ["/kelola/potensi/{id:guid}/foto"] = town => town.Potential.ToString(),
        ["/potensi/{slug}"] = town => town.PotentialSlug,
        ["/dinas/desa/{kode}"] = town => town.Village,
        ["/desa/{kode}/tanya"] = _ => "64.02.15.1004",
        ["/kim/{slug}/tanya-jawab"] = town => town.KimSlug,
        ["/tanya/{token}"] = town => town.Question,
        ["/tanya/{token}/data"] = town => town.Question,
        ["/tanya/{token}/kabar"] = town => town.Question,
        ["/kelola/{slug}/pertanyaan"] = town => town.KimSlug,
        ["/kelola/pertanyaan/{id:guid}"] = town => town.Enquiry.ToString(),
        ["/dinas/pertanyaan/{id:guid}"] = town => town.Enquiry.ToString(),
        ["market"] = town => town.Market.ToString(),
        ["tanggal"] = _ => "2026-11-28",
        ["/lapak/laporan/{slug}"] = town => town.Goods.Stall.Slug,
        ["/lapak/laporan/{slug}/pesanan"] = town => town.Goods.Stall.Slug,
        ["/lapak/atur/{slug}"] = town => town.Goods.Stall.Slug,
        ["/dinas/laporan/{kode}"] = town => town.Report,
        ["/dinas/kim/{slug}"] = town => town.KimSlug,
        ["/dinas/kim/{slug}/orang"] = town => town.KimSlug,
        ["/dinas/daftar-umkm/{id:guid}"] = town => town.List.ToString(),
        ["/dinas/kim/impor/{id:guid}"] = town => town.Register.ToString(),
        ["account"] = town => town.Goods.Stall.Id.ToString(),
        ["token"] = town => town.Token,
        ["order"] = town => town.Order.ToString(),
        ["photo"] = _ => Guid.NewGuid().ToString(),
        ["proof"] = _ => Guid.NewGuid().ToString(),
        ["jenis"] = _ => "barang",
        ["kunci"] = town => town.Goods.Slug,
        ["berkas"] = _ => "kartu.jpg",
        ["lewat"] = _ => "whatsapp",
        ["name"] = _ => new string('a', 64) + "-320.webp",
    };

    /// <summary>Ids in forms, by the last part of the field's name.</summary>
    private static readonly Dictionary<string, Func<Town, string>> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Potential"] = town => town.Potential.ToString(),
        ["Contest"] = town => town.Contest.ToString(),
        ["Coaching"] = town => town.Coaching.ToString(),
        ["Attendance"] = _ => Guid.NewGuid().ToString(),
        ["As"] = town => town.Kim.ToString(),
        ["Who"] = town => town.Kim.ToString(),
        ["Domain"] = _ => Guid.NewGuid().ToString(),
        ["Business"] = town => town.Goods.Stall.Id.ToString(),
        ["Kim"] = town => town.Kim.ToString(),
        ["Office"] = town => town.Office.ToString(),
        ["Member"] = town => town.Spare.ToString(),
        ["Subscription"] = _ => Guid.NewGuid().ToString(),
        ["Session"] = _ => Guid.NewGuid().ToString(),
        ["Product"] = town => town.Goods.Id.ToString(),
        ["Import"] = _ => Guid.NewGuid().ToString(),
        ["Act"] = _ => Guid.NewGuid().ToString(),
        ["Review"] = _ => Guid.NewGuid().ToString(),
        ["Seat"] = _ => Guid.NewGuid().ToString(),
        ["Job"] = _ => Guid.NewGuid().ToString(),
        ["Entry"] = town => town.Entry.ToString(),
        ["Shop"] = town => town.Goods.Stall.Id.ToString(),
        ["Certificate"] = town => town.Certificate.ToString(),
        ["Stated"] = town => town.OutsideSale.ToString(),
        ["Decree"] = _ => Guid.NewGuid().ToString(),
        ["Order"] = town => town.Order.ToString(),
        ["MarketDay"] = town => town.Market.ToString(),
        ["Said"] = _ => Guid.NewGuid().ToString(),
        ["To"] = town => town.Kim.ToString(),
        ["Command"] = _ => Guid.NewGuid().ToString(),
    };

    /// <summary>Other faces of a route, behind the question mark.</summary>
    private static readonly Dictionary<string, Func<Town, string[]>> Faces = new()
    {
        ["/hasil/{angka}"] = _ => ["?format=csv", "?format=json"],
        ["/data/{dataset}.csv"] = _ => ["?wilayah=64.02&tahun=2026"],
        ["/dinas/angka/{angka}"] = town => [$"?di={town.Office}", $"?di={town.Office}&format=csv&per=2026-06-30&sudut=saat-itu"],
        ["/dinas/angka"] = town => [$"?di={town.Office}"],
        ["/dinas/laporan/{kode}"] = _ => ["?format=pdf", "?format=xlsx", "?format=csv"],
        ["/dinas/koreksi"] = town => [$"?di={town.Office}"],
        ["/kelola/{slug}/cerita/tulis"] = town => [$"?toko={town.Goods.Stall.Slug}"],
        ["/pesanan/{token}/data"] = _ => ["?handler=File"],
        ["/antrean/{token}/data"] = _ => ["?handler=File"],
        ["/tanya/{token}/data"] = _ => ["?handler=File"],
        ["/akun/data"] = _ => ["?handler=File"],
        ["/lapak/laporan/{slug}"] = _ => ["?handler=Csv", "?handler=Pdf"],
        ["/lapak/laporan/{slug}/pesanan"] = _ => ["?dari=2026-01&sampai=2026-01"],
        ["/kelola"] = town => [$"?di={town.Kim}"],
        ["/kelola/pendampingan"] = town => [$"?di={town.Kim}"],
        ["/kelola/anggota"] = town => [$"?di={town.Kim}"],
        ["/dinas/penilaian"] = town => [$"?di={town.Office}", $"?handler=Csv&di={town.Office}"],
        ["/dinas/penilaian/rubrik"] = town => [$"?di={town.Office}"],
        ["/dinas/pembinaan"] = town => [$"?di={town.Office}"],
        ["/dinas/aturan"] = town => [$"?di={town.Office}"],
        ["/dinas"] = town => [$"?di={town.Office}"],
        ["/dinas/lapak"] = town => [$"?di={town.Office}"],
        ["/dinas/daftar-umkm"] = town => [$"?di={town.Office}"],
        ["/dinas/daftar-umkm/{id:guid}"] = _ => ["?handler=Errors"],
        ["/dinas/kim/impor"] = town => [$"?di={town.Office}"],
        ["/dinas/kim/impor/{id:guid}"] = _ => ["?handler=Errors"],
        ["/dinas/umkm-terdaftar"] = town => [$"?di={town.Office}"],
        ["/kelola/umkm-terdaftar"] = town => [$"?di={town.Kim}"],
        ["/kelola/lapak-baru"] = town => [$"?di={town.Kim}"],
        ["/kelola/kartu"] = town => [$"?di={town.Kim}"],
        ["/kelola/hari-pasar/{market:guid}/{tanggal}"] = _ => ["?handler=Packing", "?handler=Sheet"],
        ["/kelola/hari-pasar"] = town => [$"?di={town.Kim}"],
        ["/kelola/jejak"] = town => [$"?di={town.Kim}"],
        ["/dinas/jejak"] = town => [$"?di={town.Office}"],
        ["/lapak/orang"] = town => [$"?di={town.Goods.Stall.Id}"],
    };

    public static IEnumerable<string> Addresses(Doorway door, Town town) =>
        new[] { "" }.Concat(FacesOf(door, town)).Select(face => Address(door, town) + face);

    /// <summary>The addresses that name something of this town.</summary>
    public static IEnumerable<string> Naming(Doorway door, Town town) => HasHoles(door) && door.Route != "/dinas/angka/{angka}" // a figure is nobody's: whose it is says the office
        ? Addresses(door, town)
        : FacesOf(door, town).Select(face => Address(door, town) + face);

    public static string Address(Doorway door, Town town) => Hole().Replace(door.Route, hole =>
    {
        var name = hole.Groups["name"].Value;
        var value = Holes.GetValueOrDefault(door.Route) ?? Holes.GetValueOrDefault($"{door.Route} {name}") ?? Holes.GetValueOrDefault(name)
            ?? throw new InvalidOperationException(
                $"The route {door.Route} has a hole '{name}' that nobody fills: add it to Holes in tests/Kim.Market.Web.Tests/Access/Values.cs, "
                + "with a value of the asker's own town and so of the foreign one.");
        return value(town);
    });

    public static bool HasHoles(Doorway door) => Hole().IsMatch(door.Route);

    /// <summary>Every id the form takes, and every token a search for ids would miss.</summary>
    public static IReadOnlyList<(string Field, string Value)> Form(Type? page, Town town) =>
        page is null ? [] : [.. Bound(page).SelectMany(field => Ids(field.Name, field.Type)).Select(name => (name, Id(name)(town)))];

    /// <summary>Whether a form names something of somebody.</summary>
    public static bool Names(Type? page) => page is not null && Bound(page).SelectMany(field => Ids(field.Name, field.Type)).Any(name => name.Split('.')[^1] is not ("Command" or "Import"));

    private static Func<Town, string> Id(string field) => Fields.GetValueOrDefault(field.Split('.')[^1]) ?? throw new InvalidOperationException(
        $"A form takes an id '{field}' that nobody fills: add it to Fields in tests/Kim.Market.Web.Tests/Access/Values.cs.");

    private static string[] FacesOf(Doorway door, Town town) => Faces.GetValueOrDefault(door.Route)?.Invoke(town) ?? [];

    private static IEnumerable<(string Name, Type Type)> Bound(Type page) => page.GetProperties()
        .Select(property => (Property: property, Bind: property.GetCustomAttribute<BindPropertyAttribute>()))
        .Where(found => found.Bind is not null)
        .Select(found => (found.Bind!.Name ?? found.Property.Name, found.Property.PropertyType));

    private static IEnumerable<string> Ids(string name, Type type) =>
        IsId(type) ? [name]
        : type.DeclaringType is not null ? type.GetProperties().SelectMany(property => Ids($"{name}.{property.Name}", property.PropertyType))
        : [];

    private static bool IsId(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain == typeof(Guid) || (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Domain.Id<>)));

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Hole();
}
