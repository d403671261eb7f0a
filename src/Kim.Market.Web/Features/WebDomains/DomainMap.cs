using System.Collections.Frozen;
using Kim.Market.Domain.WebDomains;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.WebDomains;

/// <summary>A name that shows a KIM's page.</summary>
public sealed record ShownDomain(string Host, Guid DomainId, string Slug)
{
    public string Proof => WebDomain.ProofOf(new(DomainId));
}

/// <summary>Knows on every node which names show which KIM, without asking for each request: what is read is kept until a name changes, and a minute at most.</summary>
public sealed partial class DomainMap : INodeReader, IDisposable
{
    /// <summary>Names in the whole market; above it, the last of the alphabet wait for a bigger one.</summary>
    public const int Most = 20_000;

    private const string Usual = "www.";

    private static readonly TimeSpan Keeps = TimeSpan.FromMinutes(1);

    private readonly WebDomainBook _book;
    private readonly EventStore _store;
    private readonly TimeProvider _clock;
    private readonly ILogger<DomainMap> _log;
    private readonly SemaphoreSlim _reading = new(1);
    private volatile Known _known = new(FrozenDictionary<string, ShownDomain>.Empty, DateTimeOffset.MinValue, -1);
    private int _changes;

    public DomainMap(WebDomainBook book, EventStore store, TimeProvider clock, ILogger<DomainMap> log)
    {
        (_book, _store, _clock, _log) = (book, store, clock, log);
        _store.Committed += See;
    }

    public Task SeeAsync(IReadOnlyList<Recorded> events, CancellationToken ct)
    {
        See(events);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _store.Committed -= See;
        _reading.Dispose();
    }

    /// <summary>Null for a name that shows nobody's page. <c>www.</c> before a name is the same name.</summary>
    public async ValueTask<ShownDomain?> FindAsync(string host, CancellationToken ct)
    {
        var known = _known;
        if (!IsFresh(known))
        {
            known = await ReadAsync(ct);
        }

        var name = host.ToLowerInvariant();
        return known.Names.GetValueOrDefault(name)
            ?? (name.StartsWith(Usual, StringComparison.Ordinal) ? known.Names.GetValueOrDefault(name[Usual.Length..]) : null);
    }

    private void See(IReadOnlyList<Recorded> events)
    {
        foreach (var recorded in events)
        {
            if (recorded.Data is WebDomainEvent)
            {
                Interlocked.Increment(ref _changes);
                return;
            }
        }
    }

    private bool IsFresh(Known known) => known.Changes == Volatile.Read(ref _changes) && _clock.GetUtcNow() - known.At < Keeps;

    private async Task<Known> ReadAsync(CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            if (IsFresh(_known))
            {
                return _known; // whoever came first has read it
            }

            var changes = Volatile.Read(ref _changes); // what changes while it is read makes it old at once
            var shown = await _book.ShownAsync(ct);
            return _known = new(shown.ToFrozenDictionary(domain => domain.Host), _clock.GetUtcNow(), changes);
        }
        catch (NpgsqlException failure)
        {
            NotRead(failure);
            return _known; // as it was: health must answer, whoever asks by an unknown name
        }
        finally
        {
            _reading.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The names of KIM could not be read; those known before still hold.")]
    private partial void NotRead(Exception failure);

    private sealed record Known(FrozenDictionary<string, ShownDomain> Names, DateTimeOffset At, int Changes);
}
