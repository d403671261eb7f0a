using System.Buffers;
using System.Text;
using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Makes events of the rows of one result.</summary>
/// <param name="stream">The stream they all belong to; null when the rows tell.</param>
internal sealed class RecordedRows(EventTypes types, Guid? stream) : IDisposable
{
    /// <summary>The columns of events of one stream, in the order in which they are read.</summary>
    /// <remarks>Who and why stand in one column: most of the cost of a small column is that it is one.</remarks>
    public const string OfStream =
        """
        seq_id, version, timestamp, type, data,
        case when headers is not null or correlation_id is not null or causation_id is not null
             then concat(correlation_id, e'\x1f', causation_id, e'\x1f', headers) end
        """;

    /// <summary>The same with the stream.</summary>
    public const string OfAny = $"{OfStream}, stream_id";

    private const byte Separator = 0x1f;

    private static readonly Metadata Nobody = new();

    // Events of one commit stand together and share their metadata, so most rows need not parse it.
    private byte[] _lastText = [];
    private Metadata _last = Nobody;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(2048);

    public async Task<List<Recorded>> ReadAllAsync(NpgsqlDataReader row, CancellationToken ct)
    {
        var events = new List<Recorded>();
        while (await row.ReadAsync(ct))
        {
            events.Add(Read(row));
        }

        return events;
    }

    /// <exception cref="UnreadableEventException">What is stored is not what its type says.</exception>
    public Recorded Read(NpgsqlDataReader row)
    {
        var (sequence, alias, of) = (row.GetInt64(0), row.GetString(3), stream ?? row.GetGuid(6));
        try
        {
            var reading = types.Find(alias);
            return new(
                sequence, of, row.GetInt64(1), new(row.GetDateTime(2)), reading.Alias, reading.Read(Json(row, 4)),
                row.IsDBNull(5) ? Nobody : ReadMetadata(Bytes(row, 5)));
        }
        catch (Exception cause) when (cause is not NpgsqlException)
        {
            throw new UnreadableEventException(sequence, of, alias, cause);
        }
    }

    /// <summary>A jsonb as text; valid until the next column is read.</summary>
    public ReadOnlySpan<byte> Json(NpgsqlDataReader row, int ordinal)
    {
        // The binary form of jsonb starts with the number of its format.
        var bytes = Bytes(row, ordinal);
        return bytes is [1, ..] ? bytes[1..] : bytes;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private ReadOnlySpan<byte> Bytes(NpgsqlDataReader row, int ordinal)
    {
        using var bytes = row.GetStream(ordinal);
        var length = (int)bytes.Length;
        if (_buffer.Length < length)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(length);
        }

        bytes.ReadExactly(_buffer, 0, length);
        return _buffer.AsSpan(0, length);
    }

    private Metadata ReadMetadata(ReadOnlySpan<byte> text)
    {
        if (!text.SequenceEqual(_lastText))
        {
            _lastText = text.ToArray();
            var first = text.IndexOf(Separator);
            var second = first + 1 + text[(first + 1)..].IndexOf(Separator);
            var (actor, onBehalfOf, origin) = Headers.Read(text[(second + 1)..]);
            _last = new(actor, onBehalfOf, TextOrNull(text[..first]), TextOrNull(text[(first + 1)..second]), Origin: origin);
        }

        return _last;
    }

    private static string? TextOrNull(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8);
}
