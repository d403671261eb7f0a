using System.Collections;
using System.Diagnostics;

namespace Kim.Market.Web.Printing;

/// <summary>The pages of a paper while it is drawn: where the pen stands, and when a new page begins.</summary>
internal sealed partial class PaperPages(PdfFile file)
{
    private const double Left = 48;
    private const double Top = 48;
    private const double Width = PdfPage.Width - (2 * Left);
    private const double Bottom = PdfPage.Height - 60;
    private const double Leading = 1.4;
    private const double Plain = 9.5;
    private const double Small = 8.5;
    private const double CodeSide = 96;

    private readonly List<PdfPage> _pages = [];
    private double _y;

    public int Count => _pages.Count;

    private PdfPage Page => _pages[^1];

    /// <summary>The head of the first page.</summary>
    public void Begin(Paper paper)
    {
        Turn();
        if (paper.Cover is { } cover)
        {
            Draw(paper, cover);
            return;
        }

        if (paper.Letterhead is { } letterhead)
        {
            Draw(letterhead);
            Write(paper.Title, PdfFont.Bold, 16, Ink.Dark);
            _y += 6;
            return;
        }

        Page.Text(PdfFont.Bold, 12, Ink.River, Left, _y + 8, "Pasar KIM");
        Page.Box(Ink.Turmeric, Left, _y + 14, PdfFont.Bold.Width("Pasar KIM", 12), 3);
        _y += 38;
        Write(paper.Title, PdfFont.Bold, 20, Ink.Dark);
        Write(paper.Lead, PdfFont.Regular, 11, Ink.Soft);
        _y += 8;
    }

    public void Draw(PaperBlock block)
    {
        switch (block)
        {
            case PaperHeading heading:
                _y += 14;
                Need(90);
                Write(heading.Text, PdfFont.Bold, 12.5, Ink.Dark);
                _y += 2;
                break;
            case PaperText text:
                Write(text.Text, PdfFont.Regular, Small, Ink.Soft);
                _y += 3;
                break;
            case PaperBreak:
                Turn();
                break;
            case PaperFacts facts:
                Draw(facts);
                break;
            case PaperTable table:
                Draw(table);
                break;
            case PaperTiles tiles:
                Draw(tiles);
                break;
            case PaperItem item:
                Draw(item);
                break;
            case PaperSeasons seasons:
                Draw(seasons);
                break;
            case PaperBars bars:
                Draw(bars);
                break;
            case PaperNotice notice:
                Draw(notice);
                break;
            default:
                throw new UnreachableException($"Nobody knows how to draw a {block.GetType().Name}.");
        }
    }

    /// <summary>The feet, which can only be written when the number of pages is known.</summary>
    public void End(string foot, Func<int, int, string> number)
    {
        for (var i = 0; i < _pages.Count; i++)
        {
            var count = number(i + 1, _pages.Count);
            var width = PdfFont.Regular.Width(count, Small);
            _pages[i].Line(Ink.Pale, 0.6, Left, Bottom + 14, Width);
            _pages[i].Text(PdfFont.Regular, Small, Ink.Soft, Left + Width - width, Bottom + 28, count);
            _pages[i].Text(PdfFont.Regular, Small, Ink.Soft, Left, Bottom + 28, PaperLines.Of(PdfFont.Regular, Small, foot, Width - width - 20)[0]);
        }
    }

    private void Turn()
    {
        _pages.Add(file.AddPage());
        _y = Top;
    }

    /// <summary>Turns the page when so much does not fit on this one.</summary>
    private bool Need(double height)
    {
        if (_y + height <= Bottom)
        {
            return false;
        }

        Turn();
        return true;
    }

    private void Write(string text, PdfFont font, double size, Ink ink)
    {
        foreach (var line in PaperLines.Of(font, size, text, Width))
        {
            Need(size * Leading);
            _y += size * Leading;
            Page.Text(font, size, ink, Left, _y - (size * 0.35), line);
        }
    }

    private void Draw(PaperFacts facts)
    {
        const double names = 130;
        var (width, foot) = (Width, _y);
        if (facts.Code is { } code)
        {
            Need(CodeSide);
            Draw(code, Left + Width - CodeSide, _y, CodeSide);
            (width, foot) = (Width - CodeSide - 12, _y + CodeSide);
        }

        foreach (var (name, value) in facts.Facts)
        {
            var lines = PaperLines.Of(PdfFont.Bold, Plain, value, width - names);
            if (Need(Height(lines.Count)))
            {
                foot = _y;
            }

            Page.Text(PdfFont.Regular, Plain, Ink.Soft, Left, _y + 10, PaperLines.Of(PdfFont.Regular, Plain, name, names - 8)[0]);
            Put(lines, PdfFont.Bold, Plain, Left + names, width - names, isRight: false);
            _y += Height(lines.Count) - 2;
        }

        _y = Math.Max(_y, foot);
    }

    private void Draw(IReadOnlyList<BitArray> code, double x, double y, double side)
    {
        var module = side / code.Count;
        Page.Boxes(Ink.Dark, [.. CodeRuns.Of(code).Select(run => (x + (run.From * module), y + (run.Row * module), run.Length * module, module))]);
    }

    private void Draw(PaperTable table)
    {
        Head(table);
        foreach (var row in table.Rows)
        {
            Row(table, row, PdfFont.Regular, table.Room);
            Page.Line(Ink.Pale, 0.6, Left, _y - 2.5, Width);
        }

        if (table.Total is { } total)
        {
            Row(table, total, PdfFont.Bold, room: 0);
        }
    }

    private void Head(PaperTable table)
    {
        Cells(table, [.. table.Columns.Select(column => PaperLines.Of(PdfFont.Regular, Small, column.Title, WidthOf(table, column) - 8))], PdfFont.Regular, Small);
        Page.Line(Ink.Dark, 1, Left, _y - 2.5, Width);
    }

    private void Row(PaperTable table, string[] row, PdfFont font, double room)
    {
        var cells = row.Zip(table.Columns, (text, column) => PaperLines.Of(font, Plain, text, WidthOf(table, column) - 8)).ToList();
        if (Need(Height(cells.Max(lines => lines.Count)) + room))
        {
            Head(table);
        }

        if (font == PdfFont.Regular)
        {
            Boxes(table, row);
        }

        Cells(table, cells, font, Plain);
        _y += room;
    }

    private void Cells(PaperTable table, List<IReadOnlyList<string>> cells, PdfFont font, double size)
    {
        var x = Left;
        foreach (var (lines, column) in cells.Zip(table.Columns))
        {
            Put(lines, font, size, x, WidthOf(table, column), column.IsNumber);
            x += WidthOf(table, column);
        }

        _y += Height(cells.Max(lines => lines.Count));
    }

    private void Boxes(PaperTable table, string[] row)
    {
        const double side = 10;
        const double edge = 0.8;
        var x = Left;
        foreach (var (column, text) in table.Columns.Zip(row))
        {
            if (column.IsBox && text.Length == 0)
            {
                Page.Box(Ink.Dark, x, _y + 1, side, edge);
                Page.Box(Ink.Dark, x, _y + 1 + side, side, edge);
                Page.Box(Ink.Dark, x, _y + 1, edge, side);
                Page.Box(Ink.Dark, x + side, _y + 1, edge, side + edge);
            }

            x += WidthOf(table, column);
        }
    }

    private void Put(IReadOnlyList<string> lines, PdfFont font, double size, double x, double width, bool isRight)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var start = isRight ? x + width - font.Width(lines[i], size) : x;
            Page.Text(font, size, size < Plain ? Ink.Soft : Ink.Dark, start, _y + 10 + (i * Plain * Leading), lines[i]);
        }
    }

    private static double WidthOf(PaperTable table, PaperColumn column) => column.Share / table.Columns.Sum(other => other.Share) * Width;

    private static double Height(int lines) => (lines * Plain * Leading) + 5;
}
