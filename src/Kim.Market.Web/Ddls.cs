namespace Kim.Market.Web;

/// <summary>The table of a read model, from the .sql file of the same name beside its class.</summary>
internal static class Ddls
{
    public static string Of<T>()
    {
        using var stream = typeof(T).Assembly.GetManifestResourceStream(typeof(T).FullName + ".sql")
            ?? throw new InvalidOperationException($"{typeof(T).Name} has no .sql file beside it.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
