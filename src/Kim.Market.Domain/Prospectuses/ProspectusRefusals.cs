namespace Kim.Market.Domain.Prospectuses;

public static class ProspectusRefusals
{
    public static readonly Refusal NotAVillage = new("prospectus.not_a_village");
    public static readonly Refusal NothingToSay = new("prospectus.nothing_to_say");
    public static readonly Refusal TooMuch = new("prospectus.too_much", Limits.Claims);
}
