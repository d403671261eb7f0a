namespace Kim.Market.Domain.Products;

/// <summary>What a product says of itself: all that its seller may write anew at any time.</summary>
public sealed record ProductFace(string Name, string Category, string Unit, Content? Content, string About)
{
    /// <summary>The same without blanks around what was typed.</summary>
    public ProductFace Trimmed => this with { Name = Name.Trim(), Unit = Unit.Trim(), About = About.Trim() };

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Wrong =>
        Name.Trim().Length is 0 or > Limits.Name ? ProductRefusals.NameLength
        : Category.Length is 0 or > Limits.Name ? ProductRefusals.NoCategory
        : Unit.Trim().Length is 0 or > Limits.Unit ? ProductRefusals.NoUnit
        : Content is { Amount: <= 0 } ? ProductRefusals.BadContent
        : About.Length > Limits.About ? ProductRefusals.AboutLength
        : null;
}
