namespace Kim.Market.Web.Pictures;

/// <summary>Where pictures are kept. Each file is written once and never changed, so any number of nodes may share a store.</summary>
public interface IMediaStore
{
    /// <summary>The rendition's content, from which one can seek; null when it is not kept here.</summary>
    Task<Stream?> OpenAsync(PictureName name, CancellationToken ct);

    /// <summary>Whether the rendition is kept here, and is more than an empty file.</summary>
    Task<bool> HasAsync(PictureName name, CancellationToken ct);

    /// <summary>Keeps renditions, all of them safe when this ends. The last one in the list appears last.</summary>
    Task KeepAsync(IReadOnlyList<(PictureName Name, string File)> renditions, CancellationToken ct);

    /// <summary>What was sent itself; no address leads to it. Null when it is not kept here.</summary>
    Task<Stream?> OpenOriginalAsync(string hash, CancellationToken ct);

    /// <summary>Whether what was sent itself is kept here.</summary>
    Task<bool> HasOriginalAsync(string hash, CancellationToken ct);

    /// <summary>Keeps what was sent itself, safe when this ends.</summary>
    Task KeepOriginalAsync(string hash, string file, CancellationToken ct);

    /// <summary>Everything that was sent itself and is kept here, with when it came.</summary>
    IAsyncEnumerable<(string Hash, DateTimeOffset KeptAt)> OriginalsAsync(CancellationToken ct);

    /// <summary>Throws away what was sent itself; twice is once. Its renditions stay.</summary>
    Task ForgetOriginalAsync(string hash, CancellationToken ct);
}
