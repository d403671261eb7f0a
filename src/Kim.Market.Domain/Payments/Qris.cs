using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Kim.Market.Domain.Payments;

/// <summary>
/// What a QRIS code says, read field by field and believed only when its check sum agrees. The money goes from the
/// buyer's application to the merchant in it; this program is no part of that.
/// </summary>
public sealed class Qris
{
    private const string Format = "00";
    private const string Initiation = "01";
    private const string NationalTemplate = "51";
    private const string Currency = "53";
    private const string AmountTag = "54";
    private const string Country = "58";
    private const string Name = "59";
    private const string CityTag = "60";
    private const string Check = "63";

    private const string Static = "11";
    private const string Dynamic = "12";
    private const string Start = "000201";

    /// <summary>The field of the amount has room for thirteen digits.</summary>
    public static readonly Rupiah Most = new(9_999_999_999_999);

    private readonly IReadOnlyList<QrisField> _fields;

    private Qris(IReadOnlyList<QrisField> fields)
    {
        _fields = fields;
        Merchant = Find(Name)!.Trim();
        City = Find(CityTag)?.Trim() ?? "";
        var national = QrisField.ReadAll(Find(NationalTemplate)) ?? [];
        Nmid = national.FirstOrDefault(field => field.Tag == "02").Value;
        Criteria = national.FirstOrDefault(field => field.Tag == "03").Value;
    }

    /// <summary>The name that a payer's application shows.</summary>
    public string Merchant { get; }

    /// <summary>Empty when the code names none.</summary>
    public string City { get; }

    /// <summary>The merchant's national number, such as ID1020000000000; null in a code without the national template.</summary>
    public string? Nmid { get; }

    /// <summary>The size of the business as its payment provider registered it: UMI, UKE, UME, UBE.</summary>
    public string? Criteria { get; }

    /// <summary>The code that hangs at a stall: good for any payment, of any amount.</summary>
    public bool IsStatic => Amount is null && Find(Initiation) is null or Static;

    /// <summary>What is to be paid, in a code made for one payment.</summary>
    public Rupiah? Amount => Find(AmountTag) is { } written ? AmountOf(written) : null;

    /// <summary>The code itself, as a picture of it holds it.</summary>
    public string Payload => string.Concat(_fields);

    /// <summary>Reads a code as a camera, or a person who pastes it, gives it.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out Qris? qris, [NotNullWhen(false)] out Refusal? refusal)
    {
        qris = null;
        var payload = Unwrapped(text);
        if (!payload.StartsWith(Start, StringComparison.Ordinal))
        {
            refusal = QrisRefusals.NotQris;
            return false;
        }

        if (payload.Length > Limits.Qris || payload.AsSpan().ContainsAnyExceptInRange(' ', '~')
            || QrisField.ReadAll(payload) is not { } fields || !IsWhole(fields, payload))
        {
            refusal = QrisRefusals.Broken;
            return false;
        }

        string? Value(string tag) => fields.FirstOrDefault(field => field.Tag == tag).Value;
        refusal = Value(Currency) != "360" ? QrisRefusals.NotRupiah
            : Value(Country) != "ID" ? QrisRefusals.NotIndonesian
            : string.IsNullOrWhiteSpace(Value(Name)) ? QrisRefusals.NoName
            : Value(AmountTag) is { } amount && AmountOf(amount) is null ? QrisRefusals.Broken
            : null;
        qris = refusal is null ? new(fields) : null;
        return refusal is null;
    }

    /// <summary>The same code for one payment of this amount: the initiation, the amount and the check sum change, nothing else does.</summary>
    public Qris For(Rupiah amount)
    {
        if (amount <= Rupiah.Zero || amount > Most)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), "A payment has one to thirteen digits.");
        }

        var fields = new List<QrisField>(_fields.Count + 2);
        foreach (var field in _fields.Where(field => field.Tag is not (Initiation or AmountTag or Check)))
        {
            fields.Add(field);
            if (field.Tag == Format)
            {
                fields.Add(new(Initiation, Dynamic));
            }
            else if (field.Tag == Currency)
            {
                fields.Add(new(AmountTag, amount.Amount.ToString(CultureInfo.InvariantCulture)));
            }
        }

        fields.Add(new(Check, Crc16.Of(string.Concat(fields) + Check + "04")));
        return new(fields);
    }

    // a chat breaks long lines, and a copied one brings its end along; a space inside belongs to the name
    private static string Unwrapped(string? text) => text is null || text.Length > 2 * Limits.Qris ? ""
        : text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Trim();

    private static bool IsWhole(IReadOnlyList<QrisField> fields, string payload) =>
        fields[^1] is { Tag: Check, Value.Length: 4 } check
        && check.Value.Equals(Crc16.Of(payload.AsSpan(0, payload.Length - 4)), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whole rupiah, with or without the two decimals that some providers write; null for anything else.</summary>
    private static Rupiah? AmountOf(string written)
    {
        var whole = written.EndsWith(".00", StringComparison.Ordinal) ? written[..^3] : written;
        return written.Length <= 13 && long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount > 0
            ? new(amount)
            : null;
    }

    private string? Find(string tag) => _fields.FirstOrDefault(field => field.Tag == tag).Value;
}
