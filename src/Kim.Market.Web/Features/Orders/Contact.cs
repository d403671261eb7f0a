using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Orders;

/// <summary>How to reach somebody, as the vault knows it; every part is null once the person was erased.</summary>
public sealed record Contact(string? Name, WhatsAppNumber? WhatsApp, string? Address, string? Note)
{
    public static Contact Of(IEnumerable<(string Field, string Value)> entries)
    {
        var known = entries.ToDictionary(entry => entry.Field, entry => entry.Value, StringComparer.Ordinal);
        return new(
            known.GetValueOrDefault("name"),
            WhatsAppNumber.TryParse(known.GetValueOrDefault("whatsapp"), out var number) ? number : null,
            known.GetValueOrDefault("address"),
            known.GetValueOrDefault("note"));
    }

    /// <summary>Enough to recognise a number, too little to write to it: 0812-****-890.</summary>
    public string? Masked => WhatsApp is { } number ? $"{number.Local[..4]}-****-{number.International[^3..]}" : null;
}
