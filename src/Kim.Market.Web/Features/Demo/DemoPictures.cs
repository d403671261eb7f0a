namespace Kim.Market.Web.Features.Demo;

/// <summary>The pictures of the demo's goods; they take the way of every photograph that somebody sends.</summary>
public sealed class DemoPictures(Pictures.Pictures pictures)
{
    private static readonly string Folder = Path.Combine(DemoSeed.Folder, "pictures");

    /// <summary>The name a picture is kept under.</summary>
    public static string HashOf(string key) => Pictures.Pictures.HashOf(File.ReadAllBytes(PathOf(key)));

    public Task KeepAsync(IEnumerable<string> keys, CancellationToken ct) => Parallel.ForEachAsync(
        keys, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = ct }, async (key, stop) =>
        {
            await using var picture = File.OpenRead(PathOf(key));
            await pictures.KeepAsync(picture, stop);
        });

    private static string PathOf(string key) => Path.Combine(Folder, key + ".webp");
}
