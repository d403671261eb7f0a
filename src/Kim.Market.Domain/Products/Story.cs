namespace Kim.Market.Domain.Products;

/// <summary>What a product's maker tells of it: who makes it, where, how, and what shows that it is so. Each may be empty.</summary>
public sealed record Story(string People, string Place, string Process, string Proof)
{
    /// <summary>The longest part of a story.</summary>
    public const int Longest = 600;

    public static readonly Story None = new("", "", "", "");

    public bool IsEmpty() => this == None;

    public Story Trim() => new(People.Trim(), Place.Trim(), Process.Trim(), Proof.Trim());

    /// <summary>All of it, part by part.</summary>
    public override string ToString() => string.Join('\n', new[] { People, Place, Process, Proof }.Where(part => part.Length > 0));

    public Refusal? Check() =>
        new[] { People, Place, Process, Proof } is var parts && parts.Any(part => part.Trim().Length > Longest) ? ProductRefusals.StoryLength
        : parts.Any(PublicText.HoldsNumber) ? ProductRefusals.PublicNumber
        : null;
}
