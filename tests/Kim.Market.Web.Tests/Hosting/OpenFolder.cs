namespace Kim.Market.Web.Tests.Hosting;

/// <summary>A data folder of its own for one test, which every account of the machine may pass through.</summary>
internal sealed class OpenFolder : IDisposable
{
    private readonly string _top = System.IO.Path.Combine("/tmp", "kim-test-" + Guid.NewGuid().ToString("N")[..8]);

    public OpenFolder(string inner = "data")
    {
        Path = System.IO.Path.Combine(_top, inner);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(_top, recursive: true);
}
