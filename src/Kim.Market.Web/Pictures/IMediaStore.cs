namespace Kim.Market.Web.Pictures;

/// <summary>Where pictures are kept. Each file is written once and never changed, so any number of nodes may share a store.</summary>
public interface IMediaStore
{
    /// <summary>The rendition's content, from which one can seek; null when it is not kept here.</summary>
    Stream? Open(PictureName name);

    /// <summary>Keeps renditions, all of them on disk when this ends. The last one in the list appears last.</summary>
    Task KeepAsync(IReadOnlyList<(PictureName Name, string File)> renditions, CancellationToken ct);

    /// <summary>What was sent itself, until its renditions are made and after; no address leads to it. Null when it is not kept here.</summary>
    Stream? OpenOriginal(string hash);

    /// <summary>Keeps what was sent itself, on disk when this ends.</summary>
    Task KeepOriginalAsync(string hash, string file, CancellationToken ct);
}
