namespace Kim.Market.Domain.Stories;

/// <summary>
/// What a part of a story tells of, as an interview asks it: who makes it, where, how, what shows that it is so, for whom it is and how
/// one has it, and what is hoped for. The numbers are stored.
/// </summary>
public enum StoryPart { People, Place, Process, Proof, Use, Hope }

/// <summary>One part of a story: Markdown, an empty line between its paragraphs.</summary>
public sealed record StoryBlock(StoryPart Part, string Text)
{
    /// <summary>Each of them once, in the order in which they are read; those without a word are left out.</summary>
    public static StoryBlock[] Of(string? people, string? place, string? process, string? proof, string? use = null, string? hope = null) =>
    [
        .. new StoryBlock[]
        {
            new(StoryPart.People, Tidy(people)), new(StoryPart.Place, Tidy(place)), new(StoryPart.Process, Tidy(process)), new(StoryPart.Proof, Tidy(proof)),
            new(StoryPart.Use, Tidy(use)), new(StoryPart.Hope, Tidy(hope)),
        }
        .Where(block => block.Text.Length > 0),
    ];

    /// <summary>Line ends of one kind, nothing before or behind a line, one empty line at most.</summary>
    private static string Tidy(string? text)
    {
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).ToList();
        return string.Join('\n', lines.Where((line, i) => line.Length > 0 || (i > 0 && lines[i - 1].Length > 0))).Trim();
    }
}
