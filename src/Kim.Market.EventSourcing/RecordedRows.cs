using System.Buffers;
using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Makes events of the rows of one result.</summary>
internal sealed class RecordedRows(EventTypes types)
{
    /// <summary>The columns it expects, in this order.</summary>
    public const string Columns = "seq_id, stream_id, version, timestamp, type, data, correlation_id, causation_id, headers";

    private static readonly Metadata Nobody = new();

    // Events of one commit stand together and share their headers, so most rows need not parse them.
    private byte[] _lastHeaders = [];
    private (Guid? Actor, Guid? OnBehalfOf) _lastPeople;

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
        var (sequence, stream, type) = (row.GetInt64(0), row.GetGuid(1), row.GetString(4));
        try
        {
            var reading = types.Find(type);
            return new(
                sequence, stream, row.GetInt64(2), new(row.GetDateTime(3)), reading.Alias, ReadData(row, reading), ReadMetadata(row));
        }
        catch (Exception cause) when (cause is not NpgsqlException)
        {
            throw new UnreadableEventException(sequence, stream, type, cause);
        }
    }

    private static object ReadData(NpgsqlDataReader row, EventTypes.Reading reading) =>
        ReadJson(row, 5, reading, static (utf8, reading) => reading.Read(utf8));

    private Metadata ReadMetadata(NpgsqlDataReader row)
    {
        var (correlation, causation) = (row.IsDBNull(6) ? null : row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7));
        var (actor, onBehalfOf) = row.IsDBNull(8)
            ? (null, null)
            : ReadJson(row, 8, this, static (utf8, self) => self.ReadPeople(utf8));
        return correlation is null && causation is null && actor is null && onBehalfOf is null
            ? Nobody
            : new(actor, onBehalfOf, correlation, causation);
    }

    private (Guid? Actor, Guid? OnBehalfOf) ReadPeople(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.SequenceEqual(_lastHeaders))
        {
            _lastPeople = Headers.Read(utf8);
            _lastHeaders = utf8.ToArray();
        }

        return _lastPeople;
    }

    internal static T ReadJson<T, TState>(
        NpgsqlDataReader row, int ordinal, TState state, Func<ReadOnlySpan<byte>, TState, T> parse)
    {
        using var stream = row.GetStream(ordinal);
        var length = (int)stream.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            stream.ReadExactly(buffer, 0, length);

            // The binary form of jsonb starts with the number of its format.
            var start = length > 0 && buffer[0] == 1 ? 1 : 0;
            return parse(buffer.AsSpan(start, length - start), state);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
