using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>
/// Connections for questions over many rows. Each statement is planned for what it asks: a plan for any place and any time reads a whole
/// kabupaten where the newest fifty rows would do. None may take longer than <see cref="HardestSeconds"/>, and few run at a time.
/// </summary>
public sealed class LedgerSource : IAsyncDisposable
{
    public const int HardestSeconds = 5;

    private const int Most = 12;

    /// <param name="connectionString">Of the same database as everything else.</param>
    /// <param name="logs">Null to say nothing.</param>
    public LedgerSource(string connectionString, ILoggerFactory? logs = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            NoResetOnClose = true,
            MaxPoolSize = Most,
            CommandTimeout = HardestSeconds,
            SearchPath = Store.SearchPath,
        };
        settings.Options = $"{settings.Options} -c plan_cache_mode=force_custom_plan -c jit=off -c random_page_cost=1.1".TrimStart();
        Db = new NpgsqlDataSourceBuilder(settings.ConnectionString).UseLoggerFactory(logs).Build();
    }

    public NpgsqlDataSource Db { get; }

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
