using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Kim.Market.Web.Caching;

/// <summary>
/// The finished pages of this node. Events drop them, time limits them as a safety net, and the least recently
/// used leave first when there is no room.
/// </summary>
public sealed class PageCache(TimeProvider clock, long capacity = PageCache.DefaultCapacity)
{
    private const long DefaultCapacity = 64 * 1024 * 1024;

    // drops need remembering only while a page that began before them is still being rendered
    private const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<PageKey, CachedPage> _pages = new();
    private readonly Dictionary<PageTag, HashSet<CachedPage>> _byTag = [];
    private readonly Dictionary<PageTag, long> _droppedAt = [];
    private readonly Lock _gate = new();
    private long _drops;
    private long _forgotten;
    private long _bytes;

    /// <summary>How much memory the pages take, approximately.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    public int Count => _pages.Count;

    /// <summary>The drop clock: ask before rendering, and say it again when the page is to be kept.</summary>
    internal long Drops => Volatile.Read(ref _drops);

    /// <summary>
    /// Drops every page that depends on one of these. Returns when they are gone and when no page rendered from
    /// older state can be kept any more: call it after the commit and before the answer.
    /// </summary>
    public void Drop(IEnumerable<Guid> streams, IEnumerable<string> tags)
    {
        lock (_gate)
        {
            var now = _drops + 1;
            Volatile.Write(ref _drops, now);
            foreach (var tag in streams.Select(PageTag.Of).Concat(tags.Select(PageTag.Of)))
            {
                _droppedAt[tag] = now;
                DropTagged(tag);
            }

            if (_droppedAt.Count > MaxRemembered)
            {
                _droppedAt.Clear();
                _forgotten = now;
            }
        }
    }

    /// <summary>Drops everything: for a node that may have missed events.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            Volatile.Write(ref _drops, _drops + 1);
            _forgotten = _drops;
            foreach (var page in _pages.Values)
            {
                Remove(page);
            }
        }
    }

    internal bool TryFind(PageKey key, [NotNullWhen(true)] out CachedPage? page)
    {
        if (!_pages.TryGetValue(key, out page))
        {
            return false;
        }

        var now = clock.GetTimestamp();
        page.LastUsed = now;
        return now < page.Expires;
    }

    internal long ExpiryOf(CachedPageAttribute page, DateTimeOffset? ends)
    {
        var seconds = ends is { } end ? Math.Clamp((end - clock.GetUtcNow()).TotalSeconds, 0, page.Seconds) : page.Seconds;
        return clock.GetTimestamp() + (long)(seconds * clock.TimestampFrequency);
    }

    /// <summary>Keeps a page unless something it shows has changed since its rendering <paramref name="began"/>.</summary>
    internal bool TryKeep(CachedPage page, long began)
    {
        lock (_gate)
        {
            var isStale = began < _forgotten || page.Tags.Any(tag => _droppedAt.GetValueOrDefault(tag) > began);
            if (isStale || page.Size > capacity / 8)
            {
                return false;
            }

            if (_pages.TryGetValue(page.Key, out var older))
            {
                Remove(older);
            }

            page.LastUsed = clock.GetTimestamp();
            _pages[page.Key] = page;
            foreach (var tag in page.Tags)
            {
                ref var tagged = ref CollectionsMarshal.GetValueRefOrAddDefault(_byTag, tag, out _);
                (tagged ??= []).Add(page);
            }

            Account(page.Size);
            if (_bytes > capacity)
            {
                MakeRoom();
            }

            return true;
        }
    }

    private void DropTagged(PageTag tag)
    {
        if (_byTag.TryGetValue(tag, out var pages))
        {
            PageCacheMeter.Dropped.Add(pages.Count);
            foreach (var page in pages.ToArray())
            {
                Remove(page);
            }
        }
    }

    // an eighth at a time, so that the sort is paid once for many pages
    private void MakeRoom()
    {
        foreach (var page in _pages.Values.OrderBy(page => page.LastUsed).ToList())
        {
            if (_bytes <= capacity - (capacity / 8))
            {
                return;
            }

            Remove(page);
        }
    }

    private void Remove(CachedPage page)
    {
        if (!_pages.TryRemove(new(page.Key, page)))
        {
            return;
        }

        Account(-page.Size);
        foreach (var tag in page.Tags)
        {
            if (_byTag.TryGetValue(tag, out var tagged) && tagged.Remove(page) && tagged.Count == 0)
            {
                _byTag.Remove(tag);
            }
        }
    }

    private void Account(long bytes)
    {
        Volatile.Write(ref _bytes, _bytes + bytes);
        PageCacheMeter.Bytes.Add(bytes);
    }
}
