namespace Kim.Market.Web.Pictures;

/// <summary>A kept picture: the name it is found under, and the size of its widest rendition.</summary>
/// <param name="Hash">SHA-256 of the file as it was sent in, so that the same file is the same picture.</param>
public sealed record Picture(string Hash, int Width, int Height);
