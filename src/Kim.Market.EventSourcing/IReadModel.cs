namespace Kim.Market.EventSourcing;

/// <summary>Tables that hold nothing but what the events say, and can therefore be made anew from them.</summary>
/// <remarks>
/// Tables are named without a schema, in <see cref="Ddl"/> as in every statement: they live in <c>read</c>, and are
/// rebuilt elsewhere. Rows depend on events only, never on a clock, a sequence or a table of someone else.
/// </remarks>
public interface IReadModel
{
    /// <summary>Lower case, with underscores.</summary>
    string Name { get; }

    /// <summary>To be raised when the same events shall give other rows although <see cref="Ddl"/> is unchanged.</summary>
    int Version => 1;

    /// <summary>The statements that create its tables and their indexes.</summary>
    string Ddl { get; }

    IReadOnlyList<string> Tables { get; }

    /// <summary>Tells whether its rows were built from the same text and version.</summary>
    internal sealed string Fingerprint => Script.FingerprintOf($"{Version}\n{Ddl}");
}
