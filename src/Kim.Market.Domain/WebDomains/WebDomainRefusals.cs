namespace Kim.Market.Domain.WebDomains;

public static class WebDomainRefusals
{
    public static readonly Refusal NoName = new("domain.no_name");
    public static readonly Refusal IsOurs = new("domain.is_ours");
    public static readonly Refusal TooMany = new("domain.too_many", Limits.WebDomains);
    public static readonly Refusal ClaimedAlready = new("domain.claimed_already");
    public static readonly Refusal NoProof = new("domain.no_proof");
    public static readonly Refusal HeldByAnother = new("domain.held_by_another");
    public static readonly Refusal IsOver = new("domain.is_over");
}
