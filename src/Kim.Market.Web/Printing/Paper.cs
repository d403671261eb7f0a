using System.Collections;

namespace Kim.Market.Web.Printing;

/// <summary>What is to be printed on A4, before anybody has decided where its lines and pages break.</summary>
/// <param name="Foot">Stands at the foot of every page, beside its number.</param>
public sealed record Paper(string Title, string Lead, string Foot, DateTimeOffset MadeAt, IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>What its first page begins with, where it is more than a title; null where that is enough.</summary>
    public PaperCover? Cover { get; init; }

    /// <summary>The head of an office's paper, in the place of our own name.</summary>
    public PaperLetterhead? Letterhead { get; init; }
}

/// <summary>Whose paper it is.</summary>
public sealed record PaperLetterhead(string Government, string Name, string Address);

/// <summary>A coloured head with a code for a camera.</summary>
/// <param name="Code">Which squares are dark, row by row, with a rim of light ones.</param>
/// <param name="CodeText">The same for whoever types it.</param>
/// <param name="Hint">What the code is for.</param>
public sealed record PaperCover(IReadOnlyList<BitArray> Code, string CodeText, string Hint);

/// <summary>One part of a paper, drawn below the one before it.</summary>
public abstract record PaperBlock
{
    private protected PaperBlock() { }
}

/// <summary>Never the last thing on a page.</summary>
public sealed record PaperHeading(string Text) : PaperBlock;

public sealed record PaperText(string Text) : PaperBlock;

/// <summary>What follows begins a new page.</summary>
public sealed record PaperBreak : PaperBlock;

/// <summary>Names and what they are, one to a line.</summary>
/// <param name="Code">A code for a camera, beside them: which squares are dark, row by row, with a rim of light ones.</param>
public sealed record PaperFacts(IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<BitArray>? Code = null) : PaperBlock;

/// <summary>A table as long as it likes: its head stands on every page.</summary>
/// <param name="Total">Stands below a line of its own; null where nothing is added up.</param>
/// <param name="Room">Left free in each row, in points, for what is written by hand.</param>
public sealed record PaperTable(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<string[]> Rows, string[]? Total = null, double Room = 0) : PaperBlock;

/// <param name="Share">How wide, against the other columns.</param>
/// <param name="IsBox">An empty box to tick in every row that has nothing there.</param>
public sealed record PaperColumn(string Title, double Share, bool IsNumber = false, bool IsBox = false);

/// <summary>Large figures side by side, each with its name and where it comes from.</summary>
public sealed record PaperTiles(IReadOnlyList<(string Value, string Name, string Note)> Tiles) : PaperBlock;

/// <summary>Something with a name of its own, what it is, and what is to be known of it.</summary>
/// <param name="Tag">What kind of thing it is, beside its name.</param>
/// <param name="Link">The path of the page that says more, for the screen.</param>
public sealed record PaperItem(
    string Title, string? Tag, string? Text, IReadOnlyList<(string Name, string Value)> Facts, string? Link = null) : PaperBlock;

/// <summary>Twelve months for each of several things.</summary>
public sealed record PaperSeasons(IReadOnlyList<PaperSeason> Rows) : PaperBlock;

/// <param name="Declared">Months of its season, 1 to 12.</param>
/// <param name="Sold">Months in which some of it was sold.</param>
public sealed record PaperSeason(string Name, IReadOnlyList<int> Declared, IReadOnlyList<int> Sold);

/// <summary>Bars below one another, each as long as its number.</summary>
public sealed record PaperBars(IReadOnlyList<(string Name, long Value, string Text)> Bars) : PaperBlock
{
    public long Most => Math.Max(1, Bars.Max(bar => bar.Value));
}

/// <summary>What must not be overlooked.</summary>
public sealed record PaperNotice(string Text) : PaperBlock;
