using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Kim.Market.Web.Printing;

/// <summary>
/// Writes PDF 1.7 (ISO 32000-1): pages of text and lines, the outlines of their fonts, and which letter each outline is, so that a paper
/// can be searched, copied from and read aloud.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    private readonly Dictionary<PdfFont, SortedDictionary<ushort, char>> _letters = [];
    private readonly List<PdfPage> _pages = [];
    private readonly List<(byte[] Jpeg, int Width, int Height)> _photos = [];
    private readonly MemoryStream _file = new();
    private readonly List<long> _places = [0]; // of each object; there is none with the number 0

    public PdfPage AddPage()
    {
        _pages.Add(new(_letters));
        return _pages[^1];
    }

    /// <summary>A JPEG for any of the pages.</summary>
    /// <returns>What pages call it.</returns>
    public string AddPhoto(byte[] jpeg, int width, int height)
    {
        _photos.Add((jpeg, width, height));
        return NameOf(_photos.Count - 1);
    }

    /// <summary>The finished file; nothing can be added after that.</summary>
    /// <param name="madeAt">Null for what is the same whenever it is made.</param>
    public byte[] Write(string title, string language, DateTimeOffset? madeAt)
    {
        Put("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var fonts = string.Concat(_letters.Select(font => $"/{font.Key.Name} {Font(font.Key, font.Value)} 0 R "));
        var photos = string.Concat(_photos.Select((photo, i) => $"/{NameOf(i)} {Photo(photo)} 0 R "));
        var parent = _places.Count + (2 * _pages.Count);
        var sheets = new List<int>();
        foreach (var page in _pages)
        {
            var drawing = Stream("", Encoding.Latin1.GetBytes(page.Drawing));
            sheets.Add(Object(string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type /Page /Parent {parent} 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] /Resources <</Font <<{fonts}>> /XObject <<{photos}>>>> /Contents {drawing} 0 R>>")));
        }

        Object($"<</Type /Pages /Count {sheets.Count} /Kids [{string.Join(' ', sheets.Select(sheet => $"{sheet} 0 R"))}]>>");
        var catalogue = Object($"<</Type /Catalog /Pages {parent} 0 R /Lang ({language}) /ViewerPreferences <</DisplayDocTitle true>>>>");
        var info = Object(string.Create(
            CultureInfo.InvariantCulture,
            $"<</Title {Text(title)} /Author {Text("Pasar KIM")}{(madeAt is { } at ? $" /CreationDate (D:{at.UtcDateTime:yyyyMMddHHmmss}Z)" : "")}>>"));
        return Close(catalogue, info);
    }

    public void Dispose() => _file.Dispose();

    private int Photo((byte[] Jpeg, int Width, int Height) photo) => Raw(
        $"/Type /XObject /Subtype /Image /Width {photo.Width} /Height {photo.Height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode ", photo.Jpeg);

    private static string NameOf(int photo) => string.Create(CultureInfo.InvariantCulture, $"P{photo}");

    // Four objects: outlines, measures, the letters behind them, and the font that binds them.
    private int Font(PdfFont font, SortedDictionary<ushort, char> used)
    {
        var outlines = Raw($"/Length1 {font.Length} /Filter /FlateDecode ", font.Packed);
        var measures = Object(
            $"<</Type /FontDescriptor /FontName /{font.Name} /Flags 4 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle 0 /Ascent {font.Ascent} "
            + $"/Descent {font.Descent} /CapHeight {font.CapHeight} /StemV 90 /FontFile2 {outlines} 0 R>>");
        var widths = string.Concat(used.Keys.Select(glyph => $"{glyph} [{font.Advance(glyph)}] "));
        var glyphs = Object(
            $"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{font.Name} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
            + $"/FontDescriptor {measures} 0 R /CIDToGIDMap /Identity /DW 500 /W [{widths}]>>");
        var letters = Stream("", Encoding.ASCII.GetBytes(Characters(used)));
        return Object(
            $"<</Type /Font /Subtype /Type0 /BaseFont /{font.Name} /Encoding /Identity-H /DescendantFonts [{glyphs} 0 R] /ToUnicode {letters} 0 R>>");
    }

    private static string Characters(SortedDictionary<ushort, char> used)
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def "
            + "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var part in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, letter) in part)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{(int)letter:X4}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private byte[] Close(int catalogue, int info)
    {
        var places = _file.Position;
        Put($"xref\n0 {_places.Count}\n0000000000 65535 f \n");
        foreach (var place in _places.Skip(1))
        {
            Put($"{place:D10} 00000 n \n");
        }

        var id = Convert.ToHexString(SHA256.HashData(_file.ToArray()))[..32];
        Put($"trailer\n<</Size {_places.Count} /Root {catalogue} 0 R /Info {info} 0 R /ID [<{id}> <{id}>]>>\nstartxref\n{places}\n%%EOF\n");
        return _file.ToArray();
    }

    private int Stream(string entries, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(content);
        }

        return Raw($"{entries}/Filter /FlateDecode ", packed.ToArray());
    }

    private int Raw(string entries, byte[] content)
    {
        var number = Begin();
        Put($"<<{entries}/Length {content.Length}>>\nstream\n");
        _file.Write(content);
        Put("\nendstream\nendobj\n");
        return number;
    }

    private int Object(string content)
    {
        var number = Begin();
        Put($"{content}\nendobj\n");
        return number;
    }

    private int Begin()
    {
        _places.Add(_file.Position);
        Put($"{_places.Count - 1} 0 obj\n");
        return _places.Count - 1;
    }

    private void Put(string text) => _file.Write(Encoding.Latin1.GetBytes(text));
}
