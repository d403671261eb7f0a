using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Kim.Market.Web.Tests;

/// <summary>
/// Reads every line the program logs while it is tested, with exceptions, and remembers those that speak of a person: a name or an
/// address the tests use, a telephone number, an e-mail address.
/// </summary>
public sealed partial class LogDetector : ILoggerProvider, ILogger
{
    private static readonly string[] People = ["Pembeli Contoh", "Akun Contoh", "Siti Contoh", "Zubaidah", "Gg. Contoh", "Karang Melintang"];

    private readonly ConcurrentQueue<string> _found = new();
    private long _lines;

    /// <summary>How many lines it has read.</summary>
    public long Lines => Interlocked.Read(ref _lines);

    /// <summary>What should never have been written.</summary>
    public IReadOnlyCollection<string> Found => _found;

    public static bool SpeaksOfSomebody(string line) =>
        Number().IsMatch(line) || Mail().IsMatch(line) || People.Any(person => line.Contains(person, StringComparison.OrdinalIgnoreCase));

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Interlocked.Increment(ref _lines);
        var line = $"{formatter(state, exception)} {exception}";
        if (SpeaksOfSomebody(line))
        {
            _found.Enqueue(line.Length > 400 ? line[..400] : line);
        }
    }

    public void Dispose()
    {
    }

    // Ids are made of the same digits: a number stands alone.
    [GeneratedRegex(@"(?<![0-9a-zA-Z_-])(\+?62|0)8[1-9][0-9]{1,2}-?[0-9]{3,4}-?[0-9]{3,5}(?![0-9a-zA-Z_-])")]
    private static partial Regex Number();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[a-z]{2,}")]
    private static partial Regex Mail();
}
