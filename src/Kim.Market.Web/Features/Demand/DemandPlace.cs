using Kim.Market.Domain;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Demand;

/// <summary>Which kind of page somebody searched from, where it says a place.</summary>
internal enum DemandPage { None, Region, Group, Business, Product }

/// <summary>Where somebody was when they searched: told from the page they came from, which their browser names anyway.</summary>
internal readonly record struct DemandPlace(DemandPage Page, string? Key)
{
    private static readonly DemandPlace Nowhere = new(DemandPage.None, "");

    public static DemandPlace Of(HttpRequest request)
    {
        if (!Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) || !from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase))
        {
            return Nowhere;
        }

        var path = from.AbsolutePath.StartsWith(Languages.EnglishPrefix + "/", StringComparison.Ordinal) ? from.AbsolutePath[Languages.EnglishPrefix.Length..] : from.AbsolutePath;
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["desa" or "wilayah", var code, ..] when RegionCode.TryParse(code, null, out _) && code.Length >= DistrictLength => new(DemandPage.Region, code),
            ["kim", var slug] when Slug.IsValid(slug) => new(DemandPage.Group, slug),
            ["toko", var slug, ..] when Slug.IsValid(slug) => new(DemandPage.Business, slug),
            ["p", var slug, ..] when Slug.IsValid(slug) => new(DemandPage.Product, slug),
            _ => Nowhere,
        };
    }

    /// <summary>Of the code of a kecamatan, such as 64.02.15.</summary>
    public const int DistrictLength = 8;
}
