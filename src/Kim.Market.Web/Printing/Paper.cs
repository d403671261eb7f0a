using System.Collections;

namespace Kim.Market.Web.Printing;

/// <summary>What is to be printed on A4, before anybody has decided where its lines and pages break.</summary>
/// <param name="Foot">Stands at the foot of every page, beside its number.</param>
public sealed record Paper(string Title, string Lead, string Foot, DateTimeOffset MadeAt, IReadOnlyList<PaperBlock> Blocks);

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
