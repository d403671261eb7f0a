using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Opens the database the way the store was measured.</summary>
public static class Store
{
    /// <summary>Where a statement looks for a table that it names without a schema.</summary>
    public const string SearchPath = "read,events,public";

    public static NpgsqlDataSource DataSource(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // DISCARD ALL at every use costs as much as a small statement; hence no statement may leave session state behind.
            NoResetOnClose = true,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            MaxPoolSize = 32,
            SearchPath = SearchPath,

            // Tells which stream it was that had moved.
            IncludeFailedBatchedCommand = true,
        };

        // Statements over unnest are planned anew at every call otherwise; none of ours gains from being compiled. What is asked for often
        // lies in memory: at the price of a disk that has to turn, the narrower of two indexes looks dearer than the one in table order.
        settings.Options = $"{settings.Options} -c plan_cache_mode=force_generic_plan -c jit=off -c random_page_cost=1.1".TrimStart();
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
