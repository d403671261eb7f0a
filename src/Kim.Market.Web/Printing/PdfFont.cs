using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Kim.Market.Web.Printing;

/// <summary>One face of the family papers are set in, read from its TrueType file: it travels with the program and into every paper.</summary>
/// <remarks>Trusts what it reads: the files are ours, never a stranger's.</remarks>
internal sealed partial class PdfFont
{
    // What a reader needs to draw outlines; letters are found by their number, so no table of characters goes along.
    private static readonly string[] Drawing = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    public static readonly PdfFont Regular = Load("PlusJakartaSans-Regular");
    public static readonly PdfFont Bold = Load("PlusJakartaSans-Bold");

    // The family's spaces are narrow, made for large letters on screens; in small print words would run together.
    private const int Airier = 70;

    private readonly byte[] _file;
    private readonly Dictionary<string, (int At, int Length)> _tables = [];
    private readonly Dictionary<char, ushort> _glyphs = [];

    private PdfFont(string name, byte[] file)
    {
        (Name, _file) = (name, file);
        for (var i = 0; i < Short(4); i++)
        {
            var record = 12 + (16 * i);
            _tables[Encoding.ASCII.GetString(file, record, 4)] = (Long(record + 8), Long(record + 12));
        }

        UnitsPerEm = Short(At("head") + 18);
        Box = [.. Enumerable.Range(0, 4).Select(i => Scaled(Signed(At("head") + 36 + (2 * i))))];
        (Ascent, Descent) = (Scaled(Signed(At("hhea") + 4)), Scaled(Signed(At("hhea") + 6)));
        CapHeight = Scaled(Signed(At("OS/2") + 88));
        ReadCharacters();
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(Outlines());
        }

        Packed = packed.ToArray();
    }

    public string Name { get; }

    /// <summary>In thousandths of the size, as all that follow.</summary>
    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    public IReadOnlyList<int> Box { get; }

    /// <summary>The outlines as a paper carries them.</summary>
    public byte[] Packed { get; }

    /// <summary>How long they are unpacked.</summary>
    public int Length { get; private set; }

    private int UnitsPerEm { get; }

    public bool Has(char letter) => _glyphs.ContainsKey(letter);

    public ushort Glyph(char letter) => _glyphs.GetValueOrDefault(letter);

    public int Advance(ushort glyph)
    {
        var last = Short(At("hhea") + 34) - 1;
        return Scaled(Short(At("hmtx") + (4 * Math.Min(glyph, last)))) + (glyph == Glyph(' ') ? Airier : 0);
    }

    public double Width(string text, double size) => text.Sum(letter => Advance(Glyph(letter))) * size / 1000;

    private static PdfFont Load(string name)
    {
        using var stream = typeof(PdfFont).Assembly.GetManifestResourceStream($"Kim.Market.Web.Printing.Fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not part of the program.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new(name, file);
    }

    // Format 4: runs of characters, each with a shift or with a list of its own.
    private void ReadCharacters()
    {
        var table = At("cmap");
        var unicode = Enumerable.Range(0, Short(table + 2)).Select(i => table + 4 + (8 * i))
            .First(record => (Short(record), Short(record + 2)) is (3, 1));
        var map = table + Long(unicode + 4);
        var twice = Short(map + 6);
        for (var i = 0; i < twice; i += 2)
        {
            var (end, start) = (Short(map + 14 + i), Short(map + 16 + twice + i));
            var (shift, list) = (Short(map + 16 + (2 * twice) + i), map + 16 + (3 * twice) + i);
            for (var letter = start; letter <= end && letter < char.MaxValue; letter++)
            {
                var found = Short(list) == 0 ? letter : Short(list + Short(list) + (2 * (letter - start)));
                if (found != 0 && (ushort)(found + shift) is > 0 and var glyph)
                {
                    _glyphs[(char)letter] = glyph;
                }
            }
        }
    }

    private byte[] Outlines()
    {
        var kept = Drawing.Where(_tables.ContainsKey).ToList();
        var head = 12 + (16 * kept.Count);
        var font = new byte[head + kept.Sum(tag => Aligned(_tables[tag].Length))];
        _file.AsSpan(0, 4).CopyTo(font);
        var power = 1 << (int)Math.Log2(kept.Count);
        Put(font, 4, kept.Count);
        Put(font, 6, power * 16);
        Put(font, 8, (int)Math.Log2(power));
        Put(font, 10, (kept.Count - power) * 16);
        var at = head;
        for (var i = 0; i < kept.Count; i++)
        {
            var (from, length) = _tables[kept[i]];
            var record = 12 + (16 * i);
            Record(kept[i]).CopyTo(font.AsSpan(record));
            BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(record + 8), at);
            _file.AsSpan(from, length).CopyTo(font.AsSpan(at));
            at += Aligned(length);
        }

        Length = font.Length;
        return font;
    }

    /// <summary>A table's line in the directory: its name and checksum as they were.</summary>
    private ReadOnlySpan<byte> Record(string tag)
    {
        var record = 12;
        while (Encoding.ASCII.GetString(_file, record, 4) != tag)
        {
            record += 16;
        }

        return _file.AsSpan(record, 16);
    }

    private static int Aligned(int length) => (length + 3) & ~3;

    private static void Put(byte[] font, int at, int number) => BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(at), (ushort)number);

    private int At(string table) => _tables[table].At;

    private int Short(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private int Signed(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));

    private int Long(int at) => BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(at));

    private int Scaled(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);
}
