namespace Kim.Market.Domain.Payments;

public static class CardRefusals
{
    public static readonly Refusal TooMightyKey = new("card.too_mighty_key");
    public static readonly Refusal BadKey = new("card.bad_key");
    public static readonly Refusal BadSigningSecret = new("card.bad_signing_secret");
    public static readonly Refusal TestKey = new("card.test_key");
    public static readonly Refusal KeyRefused = new("card.key_refused");
    public static readonly Refusal NoAccount = new("card.no_account");
    public static readonly Refusal Unreachable = new("card.unreachable");
    public static readonly Refusal TooOften = new("card.too_often");
    public static readonly Refusal Refused = new("card.refused");
}
