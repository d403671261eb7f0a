namespace Kim.Market.Web.Features.Promotion;

/// <summary>What the last part of an address asks for: <c>sungai-poster.jpg</c>, <c>etalase-a4.pdf</c>, <c>kartu.jpg</c>.</summary>
internal sealed record PosterFile(Layout Layout, PosterFormat Format)
{
    public const string Card = "kartu.jpg";

    public string Name => this == Link ? Card : $"{Layout.Name}-{Format.Name}.{(Format.IsPaper ? "pdf" : "jpg")}";

    public string MediaType => Format.IsPaper ? "application/pdf" : "image/jpeg";

    public bool IsCard => Format == PosterFormat.Card;

    private static PosterFile Link { get; } = new(CardLayout.Only, PosterFormat.Card);

    /// <summary>All there are.</summary>
    public static IReadOnlyList<PosterFile> All { get; } =
        [Link, .. Layout.All.SelectMany(layout => PosterFormat.Pictures.Append(PosterFormat.Sheet).Select(format => new PosterFile(layout, format)))];

    /// <summary>Null for what there is not.</summary>
    public static PosterFile? Find(string name) => All.FirstOrDefault(file => file.Name == name);
}
