using Kim.Market.Domain;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>/bandingkan — up to four villages side by side, every figure with its year and source.</summary>
[OpenTo(Audience.Everyone, What = "Membandingkan desa")]
public sealed class CompareModel(PotentialPages pages, PlaceQuestion places, Words words, TimeProvider clock) : PageModel
{
    private const int VillageLength = 13;

    /// <summary>The codes of the villages, in the order of their columns.</summary>
    [FromQuery(Name = "desa")]
    public string[] Asked { get; init; } = [];

    /// <summary>A village that shall stand beside them, as somebody typed it.</summary>
    [FromQuery(Name = "tambah")]
    public string? Typed { get; init; }

    /// <summary>Which one, where several bear the name.</summary>
    [FromQuery(Name = "Input.Place")]
    public string? Chosen { get; init; }

    public IReadOnlyList<ComparedVillage> Villages { get; private set; } = [];

    public IReadOnlyList<ComparedKind> Kinds { get; private set; } = [];

    public IReadOnlyList<MeantPlace> Meant { get; private set; } = [];

    /// <summary>What to say at the field; null where there is nothing to say.</summary>
    public string? Advice { get; private set; }

    public bool HasRoom => Villages.Count < Comparison.Most;

    public DateOnly Today => DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var codes = Asked.Where(IsVillage).Distinct(StringComparer.Ordinal).Take(Comparison.Most).ToList();
        if (!string.IsNullOrWhiteSpace(Typed) && codes.Count < Comparison.Most)
        {
            var answer = await places.AskAsync(Typed, Chosen, isVillage: true, words, ct);
            if (answer.Place is { } place)
            {
                return LocalRedirect(Url.Content(Address(codes.Contains(place.Value) ? codes : [.. codes, place.Value])));
            }

            (Meant, Advice) = (answer.Meant, answer.Advice);
        }

        Villages = codes.Count > 0 ? await pages.CompareAsync(codes, ct) : [];
        Kinds = Comparison.Of(Villages);
        return Page();
    }

    /// <summary>The same comparison without one of them.</summary>
    public string Without(ComparedVillage village) => Address([.. Villages.Where(other => other != village).Select(other => other.Code)]);

    public static string Address(IReadOnlyCollection<string> codes) => "~/bandingkan" + (codes.Count > 0 ? "?desa=" + string.Join("&desa=", codes) : "");

    private static bool IsVillage(string text) => text.Length == VillageLength && RegionCode.TryParse(text, null, out var code) && code.Value == text;
}
