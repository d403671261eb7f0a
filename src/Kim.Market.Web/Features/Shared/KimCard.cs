namespace Kim.Market.Web.Features.Shared;

/// <summary>A group or a business in a list.</summary>
/// <param name="Tag">Its state or size, such as "Aktif" or "12 produk".</param>
/// <param name="Tone"><c>good</c>, <c>warn</c>, <c>bad</c>, <c>idle</c> or null.</param>
public sealed record KimCard(
    string Name,
    string Href,
    string Text,
    string? Tag = null,
    string? Tone = null,
    string? Note = null);
