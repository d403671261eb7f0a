using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Curation;

/// <summary>One thing a curator looks at, with what the program can already say about it.</summary>
public sealed record Check(ReviewPoint Point, bool IsFine, string Text)
{
    /// <summary>What a machine can tell of a product; whether the photo is bright, only people can.</summary>
    public static IReadOnlyList<Check> Of(Waiting product, Words words, Showcase showcase)
    {
        var claims = Claims.In(product.Face with { About = $"{product.About}\n{product.Told}" })
            .Where(claim => !(Behind(claim) is { } kind && product.Proven.Contains(kind))).ToList();
        return
        [
            new(ReviewPoint.Photo, product.Shown.Count > 0, words["{0} foto. Terang dan satu produk?", product.Shown.Count]),
            new(ReviewPoint.Packaging, product.Holds is not null, product.Holds is { } holds
                ? words["Isi {0} tiap {1}.", showcase.Named(holds), product.Unit]
                : words["Isi tiap {0} belum ditulis.", product.Unit]),
            new(ReviewPoint.PriceUnit, true, UnitPrice.Of(new(product.Price), product.Holds) is null
                ? words["{0} per {1}.", RupiahFormat.Full(product.Price), product.Unit]
                : words["{0} per {1}, {2}.", RupiahFormat.Full(product.Price), product.Unit,
                    showcase.Beside(product.Price, product.Unit, product.Content, product.Measure)]),
            new(ReviewPoint.ClaimProof, claims.Count == 0, claims.Count == 0
                ? words["Tidak ada klaim yang perlu bukti."]
                : words["Menyebut “{0}”. Lihat buktinya dulu.", string.Join("”, “", claims)]),
        ];
    }

    // The badge that proves what is said; most of what is said has none.
    private static CertificateKind? Behind(string claim) => claim.ToLowerInvariant() switch
    {
        "halal" => CertificateKind.Halal,
        "bpom" => CertificateKind.Md,
        "p-irt" or "pirt" => CertificateKind.PIrt,
        "haki" => CertificateKind.Trademark,
        _ => null,
    };

    /// <summary>What is asked for most often; the curator may write anything else.</summary>
    public static IReadOnlyList<string> Usual(ReviewPoint point, Words words) => point switch
    {
        ReviewPoint.Photo => [words["Foto lagi di tempat terang, dari depan, satu produk saja."], words["Tambahkan foto label bagian belakang."]],
        ReviewPoint.Packaging => [words["Tulis berat bersih tiap kemasan."], words["Tambahkan tanggal buat di label."]],
        ReviewPoint.PriceUnit => [words["Tulis harga untuk satu kemasan, bukan untuk satu kardus."]],
        ReviewPoint.ClaimProof => [words["Hapus klaim ini, atau kirim sertifikatnya ke KIM."]],
        _ => [],
    };
}
