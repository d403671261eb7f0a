using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Regions;
using Npgsql;

namespace Kim.Market.Web;

/// <summary>Makes a database ready for this program: tables, read models, regions. Safe to run from several nodes at once.</summary>
public sealed class Database(NpgsqlDataSource db, IEnumerable<IReadModel> models, Rebuild rebuild, RegionLoader regions)
{
    // Measured on Indonesian names and their usual misspellings: below this, likeness becomes noise.
    private const string Likeness = "-c pg_trgm.word_similarity_threshold=0.4";

    /// <summary>The session settings that the program's own statements count on.</summary>
    public static string Tuned(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.Options = $"{settings.Options} {Likeness}".TrimStart();
        return settings.ConnectionString;
    }

    public async Task PrepareAsync(CancellationToken ct)
    {
        await Schema.MigrateAsync(db, models, Scripts(), rebuild, ct);
        if (await regions.LoadAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "regions"), ct))
        {
            foreach (var joined in models.OfType<IJoinedView>()) // names of places stand in them
            {
                await rebuild.RunAsync(joined.Name, progress: null, ct);
            }
        }
    }

    internal static IEnumerable<Script> Scripts()
    {
        var assembly = typeof(Database).Assembly;
        const string Prefix = "Kim.Market.Web.Migrations.";
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new(name[Prefix.Length..], reader.ReadToEnd());
        }
    }
}
