using Kim.Market.Web.Format;

namespace Kim.Market.Web.Printing;

/// <summary>The parts of a paper that are looked at before they are read: the cover, large figures, months, things with names.</summary>
internal sealed partial class PaperPages
{
    private const double CoverHeight = 172;
    private const double Beside = 112;

    private void Draw(Paper paper, PaperCover cover)
    {
        const double side = 104;
        const double rim = 6;
        var code = Left + Width - side - rim;
        Page.Box(Ink.River, 0, 0, PdfPage.Width, CoverHeight);
        Page.Box(Ink.Turmeric, 0, CoverHeight, PdfPage.Width, 4);
        Page.Text(PdfFont.Bold, 12, Ink.Turmeric, Left, 40, "Pasar KIM");
        var y = 74d;
        foreach (var line in PaperLines.Of(PdfFont.Bold, 24, paper.Title, code - Left - 24).Take(3))
        {
            Page.Text(PdfFont.Bold, 24, Ink.Light, Left, y, line);
            y += 29;
        }

        foreach (var line in PaperLines.Of(PdfFont.Regular, 10.5, paper.Lead, code - Left - 24).Take(3))
        {
            Page.Text(PdfFont.Regular, 10.5, Ink.Light, Left, y - 6, line);
            y += 15;
        }

        Page.Box(Ink.Light, code - rim, 24 - rim, side + (2 * rim), side + (2 * rim));
        Draw(cover.Code, code, 24, side);
        Center(PdfFont.Bold, 9.5, cover.CodeText, code + (side / 2), 24 + side + rim + 14);
        Center(PdfFont.Regular, 7.5, cover.Hint, code + (side / 2), 24 + side + rim + 26);
        _y = CoverHeight + 20;

        void Center(PdfFont font, double size, string text, double x, double at) => Page.Text(font, size, Ink.Light, x - (font.Width(text, size) / 2), at, text);
    }

    // As letters of offices begin: in the middle, above a thick and a thin line.
    private void Draw(PaperLetterhead head)
    {
        foreach (var (text, font, size) in ((string, PdfFont, double)[])[(head.Government, PdfFont.Regular, 12), (head.Name, PdfFont.Bold, 15), (head.Address, PdfFont.Regular, Small)])
        {
            foreach (var line in text.Length == 0 ? [] : PaperLines.Of(font, size, text, Width))
            {
                _y += size * Leading;
                Page.Text(font, size, Ink.Dark, Left + ((Width - font.Width(line, size)) / 2), _y - (size * 0.35), line);
            }
        }

        _y += 6;
        Page.Line(Ink.Dark, 2, Left, _y, Width);
        Page.Line(Ink.Dark, 0.6, Left, _y + 3, Width);
        _y += 16;
    }

    private void Draw(PaperBars bars)
    {
        const double names = 92;
        const double texts = 170;
        const double height = 15;
        foreach (var (name, value, text) in bars.Bars)
        {
            Need(height);
            Page.Text(PdfFont.Regular, Small, Ink.Dark, Left, _y + 10, PaperLines.Of(PdfFont.Regular, Small, name, names - 6)[0]);
            Page.Box(Ink.River, Left + names, _y + 2, Math.Max(1, value / (double)bars.Most * (Width - names - texts)), height - 5);
            Page.Text(PdfFont.Regular, Small, Ink.Soft, Left + Width - PdfFont.Regular.Width(text, Small), _y + 10, text);
            _y += height;
        }
    }

    private void Draw(PaperTiles tiles)
    {
        const int most = 5;
        const double gap = 6;
        const double height = 68;
        foreach (var row in tiles.Tiles.Chunk(most))
        {
            Need(height + 8);
            var width = (Width - (gap * (row.Length - 1))) / row.Length;
            for (var i = 0; i < row.Length; i++)
            {
                var (x, room) = (Left + (i * (width + gap)), width - 16);
                Page.Box(Ink.Ground, x, _y, width, height);
                Page.Box(Ink.Turmeric, x, _y, width, 2);
                var size = 17d;
                while (size > 8 && PdfFont.Bold.Width(row[i].Value, size) > room)
                {
                    size -= 0.5;
                }

                Page.Text(PdfFont.Bold, size, Ink.River, x + 8, _y + 23, row[i].Value);
                var at = _y + 36;
                foreach (var line in PaperLines.Of(PdfFont.Bold, 8, row[i].Name, room).Take(2))
                {
                    Page.Text(PdfFont.Bold, 8, Ink.Dark, x + 8, at, line);
                    at += 10;
                }

                foreach (var line in PaperLines.Of(PdfFont.Regular, 6.5, row[i].Note, room).Take(2))
                {
                    Page.Text(PdfFont.Regular, 6.5, Ink.Soft, x + 8, at, line);
                    at += 8;
                }
            }

            _y += height + 8;
        }
    }

    private void Draw(PaperItem item)
    {
        Need(56);
        _y += 5;
        var tag = item.Tag is { } said ? PdfFont.Regular.Width(said, Small) + 12 : 0;
        var titles = PaperLines.Of(PdfFont.Bold, 10.5, item.Title, Width - tag - 12);
        if (item.Tag is { } text)
        {
            Page.Box(Ink.Ground, Left + Width - tag, _y, tag, 14);
            Page.Text(PdfFont.Regular, Small, Ink.Soft, Left + Width - tag + 6, _y + 10, text);
        }

        foreach (var line in titles)
        {
            Page.Text(PdfFont.Bold, 10.5, Ink.River, Left, _y + 10, line);
            _y += 14;
        }

        _y += 1;
        if (item.Text is { } about)
        {
            Write(about, PdfFont.Regular, Plain, Ink.Dark);
        }

        foreach (var (name, value) in item.Facts)
        {
            var lines = PaperLines.Of(PdfFont.Regular, Small, value, Width - Beside);
            Need((lines.Count * Small * Leading) + 2);
            Page.Text(PdfFont.Regular, Small, Ink.Soft, Left, _y + 9, PaperLines.Of(PdfFont.Regular, Small, name, Beside - 8)[0]);
            foreach (var line in lines)
            {
                Page.Text(PdfFont.Regular, Small, Ink.Dark, Left + Beside, _y + 9, line);
                _y += Small * Leading;
            }
        }

        _y += 6;
        Page.Line(Ink.Pale, 0.6, Left, _y, Width);
    }

    private void Draw(PaperSeasons seasons)
    {
        const double names = 190;
        const double height = 15;
        var cell = (Width - names) / 12;
        Need(height * 2);
        for (var month = 1; month <= 12; month++)
        {
            var letters = Calendar.ShortMonth(month);
            Page.Text(PdfFont.Regular, 7, Ink.Soft, Left + names + ((month - 0.5) * cell) - (PdfFont.Regular.Width(letters, 7) / 2), _y + 9, letters);
        }

        _y += 13;
        foreach (var row in seasons.Rows)
        {
            Need(height);
            Page.Text(PdfFont.Regular, Small, Ink.Dark, Left, _y + 10, PaperLines.Of(PdfFont.Regular, Small, row.Name, names - 10) is [var only] ? only
                : PaperLines.Of(PdfFont.Regular, Small, row.Name, names - 18)[0] + " …");
            for (var month = 1; month <= 12; month++)
            {
                var x = Left + names + ((month - 1) * cell) + 1;
                Page.Box(row.Declared.Contains(month) ? Ink.Turmeric : Ink.Ground, x, _y, cell - 2, height - 3);
                if (row.Sold.Contains(month))
                {
                    Page.Box(Ink.River, x, _y + height - 7, cell - 2, 4);
                }
            }

            _y += height;
        }
    }

    private void Draw(PaperNotice notice)
    {
        var lines = PaperLines.Of(PdfFont.Bold, Plain, notice.Text, Width - 24);
        var height = (lines.Count * Plain * Leading) + 10;
        Need(height + 60); // what it warns of stands below it
        Page.Box(Ink.Ground, Left, _y, Width, height);
        Page.Box(Ink.Turmeric, Left, _y, 4, height);
        var y = _y + 5;
        foreach (var line in lines)
        {
            Page.Text(PdfFont.Bold, Plain, Ink.Dark, Left + 14, y + 10, line);
            y += Plain * Leading;
        }

        _y += height + 4;
    }
}
