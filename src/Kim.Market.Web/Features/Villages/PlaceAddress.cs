using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Villages;

/// <summary>Where the page of a place is: villages under <c>/desa</c>, everything wider under <c>/wilayah</c>.</summary>
public static class PlaceAddress
{
    public const string Wider = "/wilayah";

    /// <summary>Between a kecamatan's <c>64.02.15</c> and a village's <c>64.02.15.1004</c>.</summary>
    private const int LongestWider = 8;

    public static bool IsVillage(this RegionCode code) => code.Value.Length > LongestWider;

    public static string Of(RegionCode code) => Of(code.Value);

    /// <param name="code">In its dotted form.</param>
    public static string Of(string code) => code.Length > LongestWider ? $"~/desa/{code}" : $"~{Wider}/{code}";
}
