using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Kim.Market.Web.Tests.Printing;

/// <summary>Reads a printed paper back: by the table of places at its end, and through the letters it says its outlines are.</summary>
internal static partial class PrintedPaper
{
    /// <summary>The texts of each page, in the order in which they were written.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(byte[] pdf)
    {
        var objects = Objects(pdf);
        var fonts = objects.Values.Where(text => text.Contains("/Subtype /Type0", StringComparison.Ordinal)).ToDictionary(
            text => Regex.Match(text, @"/BaseFont /(\S+)").Groups[1].Value,
            text => Letters(Unpacked(objects, int.Parse(Regex.Match(text, @"/ToUnicode (\d+)").Groups[1].Value, CultureInfo.InvariantCulture))));
        return
        [
            .. objects.Values.Where(text => text.Contains("/Type /Page ", StringComparison.Ordinal)).Select(page =>
                (IReadOnlyList<string>)[.. Written().Matches(Unpacked(objects, int.Parse(Regex.Match(page, @"/Contents (\d+)").Groups[1].Value, CultureInfo.InvariantCulture)))
                    .Select(match => string.Concat(match.Groups["hex"].Value.Chunk(4).Select(glyph => fonts[match.Groups["font"].Value][new(glyph)])))]),
        ];
    }

    /// <summary>A second opinion, of a reader that somebody else has written.</summary>
    public static int PagesAccordingToVips(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            return int.Parse(Say("vipsheader", "-f", "n-pages", file), CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What a camera reads off a page: drawn by one stranger's program, and decoded by another's.</summary>
    public static string CodeOn(byte[] pdf, int page = 0)
    {
        var folder = Directory.CreateTempSubdirectory("kim-pdf-").FullName;
        var (file, picture) = (Path.Combine(folder, "paper.pdf"), Path.Combine(folder, "page.png"));
        File.WriteAllBytes(file, pdf);
        try
        {
            Say("vips", "pdfload", file, picture, "--page", $"{page}", "--dpi", "150");
            return Say("zbarimg", "-q", "--raw", picture);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Say(string program, params string[] words)
    {
        using var started = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true })!;
        var said = started.StandardOutput.ReadToEnd().Trim();
        started.WaitForExit();
        return said;
    }

    private static Dictionary<int, string> Objects(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var table = int.Parse(Regex.Match(text, @"startxref\n(\d+)\n%%EOF").Groups[1].Value, CultureInfo.InvariantCulture);
        var places = Regex.Matches(text[table..], @"(\d{10}) 00000 n ").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        return places.Select((place, i) => (Number: i + 1, Text: text[place..text.IndexOf("endobj", place, StringComparison.Ordinal)]))
            .ToDictionary(found => found.Number, found =>
            {
                Assert.StartsWith($"{found.Number} 0 obj", found.Text, StringComparison.Ordinal);
                return found.Text;
            });
    }

    private static string Unpacked(Dictionary<int, string> objects, int number)
    {
        var text = objects[number];
        var length = int.Parse(Regex.Match(text, @"/Length (\d+)>>").Groups[1].Value, CultureInfo.InvariantCulture);
        var start = text.IndexOf("stream\n", StringComparison.Ordinal) + "stream\n".Length;
        using var zip = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(text.Substring(start, length))), CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static Dictionary<string, char> Letters(string map) => Regex.Matches(map, "^<([0-9A-F]{4})> <([0-9A-F]{4})>$", RegexOptions.Multiline)
        .ToDictionary(match => match.Groups[1].Value, match => (char)Convert.ToInt32(match.Groups[2].Value, 16));

    [GeneratedRegex(@"BT /(?<font>\S+) [\d.]+ Tf [\d.]+ [\d.]+ Td <(?<hex>[0-9A-F]*)> Tj ET")]
    private static partial Regex Written();
}
