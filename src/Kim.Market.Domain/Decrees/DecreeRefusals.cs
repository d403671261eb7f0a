namespace Kim.Market.Domain.Decrees;

public static class DecreeRefusals
{
    public static readonly Refusal NumberLength = new("decree.number_length", Limits.Name);
    public static readonly Refusal TitleLength = new("decree.title_length", Limits.Place);
    public static readonly Refusal IssuedLater = new("decree.issued_later");
    public static readonly Refusal EndsBeforeItBegins = new("decree.ends_before_it_begins");
    public static readonly Refusal IsRevoked = new("decree.is_revoked");
}
