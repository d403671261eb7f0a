namespace Kim.Market.Web.Tests;

/// <summary>The source files that some tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    public static IEnumerable<(string Path, string Text)> Files(string folder, params string[] extensions) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        where extensions.Contains(Path.GetExtension(file))
        let path = Path.GetRelativePath(Root, file)
        where !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")
        orderby path
        select (path, File.ReadAllText(file));

    private static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "KimMarket.sln"))
        ? folder.FullName
        : Find(folder.Parent ?? throw new DirectoryNotFoundException("These tests read the repository, which is not here."));
}
