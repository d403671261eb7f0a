namespace Kim.Market.Domain.Stories;

/// <summary>What a part of a story tells of: who makes it, where, how, and what shows that it is so. The numbers are stored.</summary>
public enum StoryPart { People, Place, Process, Proof }

/// <summary>One part of a story: plain text, an empty line between its paragraphs.</summary>
public sealed record StoryBlock(StoryPart Part, string Text)
{
    /// <summary>Each of them once, in the order in which they are read; those without a word are left out.</summary>
    public static StoryBlock[] Of(string? people, string? place, string? process, string? proof) =>
    [
        .. new StoryBlock[]
        {
            new(StoryPart.People, Tidy(people)), new(StoryPart.Place, Tidy(place)), new(StoryPart.Process, Tidy(process)), new(StoryPart.Proof, Tidy(proof)),
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
