using Kim.Market.Web.Language;

namespace Kim.Market.Web.Printing;

/// <summary>Prints a paper as PDF: A4, fonts within, a number on every page.</summary>
public sealed class PaperPress(Words words)
{
    /// <remarks>In memory: whoever makes a paper bounds its rows.</remarks>
    public byte[] Print(Paper paper)
    {
        using var file = new PdfFile();
        var pages = new PaperPages(file);
        pages.Begin(paper);
        foreach (var block in paper.Blocks)
        {
            pages.Draw(block);
        }

        pages.End(paper.Foot, (page, of) => words["Halaman {0} dari {1}", page, of]);
        return file.Write(paper.Title, Languages.IsEnglish ? "en" : "id", paper.MadeAt);
    }
}
