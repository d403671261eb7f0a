namespace Kim.Market.Web.Features.Papers;

/// <summary>A scan or photo of a paper: a PDF as it was sent, or a clean copy of a picture.</summary>
public sealed record Paper(string Type, byte[] Content)
{
    public const string Pdf = "application/pdf";
}
