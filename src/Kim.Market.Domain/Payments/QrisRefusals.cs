namespace Kim.Market.Domain.Payments;

public static class QrisRefusals
{
    /// <summary>Nothing to read in the picture that was sent.</summary>
    public static readonly Refusal NoCode = new("qris.no_code");

    /// <summary>Another QR code, or another text altogether.</summary>
    public static readonly Refusal NotQris = new("qris.not_qris");

    /// <summary>It begins like one, but its fields or its check sum do not agree: a character is missing, or was changed.</summary>
    public static readonly Refusal Broken = new("qris.broken");

    public static readonly Refusal NotRupiah = new("qris.not_rupiah");
    public static readonly Refusal NotIndonesian = new("qris.not_indonesian");
    public static readonly Refusal NoName = new("qris.no_name");

    /// <summary>Made for one payment: it holds an amount, or ends by itself.</summary>
    public static readonly Refusal ForOnePayment = new("qris.for_one_payment");
}
