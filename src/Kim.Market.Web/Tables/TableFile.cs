using System.Text;

namespace Kim.Market.Web.Tables;

/// <summary>A table as somebody sent it: CSV or Excel, known by its content and not by its name. Its rows are read one by one, as often as needed.</summary>
public sealed class TableFile
{
    private readonly Stream _content;
    private readonly TableLimits _limits;
    private readonly bool _isExcel;

    private TableFile(Stream content, TableLimits limits, bool isExcel, bool isOldText) =>
        (_content, _limits, _isExcel, HasOldLetters) = (content, limits, isExcel, isOldText);

    /// <summary>It is a CSV in the letters of older programs: names with accents may read oddly.</summary>
    public bool HasOldLetters { get; }

    /// <param name="content">Can be read again from its start; whoever opened it closes it.</param>
    /// <exception cref="TableRefusedException">It is no table, or too large a one.</exception>
    public static TableFile Open(Stream content, TableLimits limits)
    {
        if (content.Length > limits.Bytes)
        {
            throw new TableRefusedException(TableRefusals.TooLarge(limits));
        }

        Span<byte> head = stackalloc byte[8];
        content.Position = 0;
        var known = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return known switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] => new(content, limits, isExcel: true, isOldText: false),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new TableRefusedException(TableRefusals.OldExcel),
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => new(content, limits, isExcel: false, isOldText: false),
            _ => new(content, limits, isExcel: false, isOldText: !IsUtf8(content)),
        };
    }

    /// <summary>The rows that are not empty, from the first.</summary>
    /// <exception cref="TableRefusedException">Something in it cannot be read, or there is too much of it.</exception>
    public IEnumerable<TableLine> Lines()
    {
        _content.Position = 0;
        if (_isExcel)
        {
            foreach (var line in XlsxLines.Of(_content, _limits))
            {
                yield return line;
            }

            yield break;
        }

        using var text = new StreamReader(_content, HasOldLetters ? Encoding.Latin1 : Encoding.UTF8, leaveOpen: true);
        foreach (var line in CsvLines.Of(text, _limits))
        {
            yield return line;
        }
    }

    private static bool IsUtf8(Stream content)
    {
        content.Position = 0;
        var buffer = new char[8 * 1024];
        using var text = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
        try
        {
            while (text.Read(buffer) is > 0 and var read)
            {
                if (buffer.AsSpan(0, read).Contains('\0'))
                {
                    throw new TableRefusedException(TableRefusals.Unreadable);
                }
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
