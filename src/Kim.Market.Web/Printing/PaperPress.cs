using Kim.Market.Web.Language;

namespace Kim.Market.Web.Printing;

/// <summary>Prints a paper as PDF: A4, fonts within, a number on every page.</summary>
public sealed class PaperPress(Words words)
{
    /// <remarks>In memory: whoever makes a paper bounds its rows.</remarks>
    public byte[] Print(Paper paper) => PrintWithin(int.MaxValue, [paper]);

    /// <summary>The first of several that is no longer than that; if none is, the last.</summary>
    /// <param name="papers">From the one that says most to the one that says least.</param>
    public byte[] PrintWithin(int pages, IEnumerable<Paper> papers)
    {
        byte[] printed = [];
        foreach (var paper in papers)
        {
            (var count, printed) = Pages(paper);
            if (count <= pages)
            {
                break;
            }
        }

        return printed;
    }

    private (int Count, byte[] Pdf) Pages(Paper paper)
    {
        using var file = new PdfFile();
        var pages = new PaperPages(file);
        pages.Begin(paper);
        foreach (var block in paper.Blocks)
        {
            pages.Draw(block);
        }

        pages.End(paper.Foot, (page, of) => words["Halaman {0} dari {1}", page, of]);
        return (pages.Count, file.Write(paper.Title, Languages.IsEnglish ? "en" : "id", paper.MadeAt));
    }
}
