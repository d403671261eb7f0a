namespace Kim.Market.Web.Hosting.Postgres;

/// <summary>Looks after the private database server while the market is open: one that was killed is started again.</summary>
public sealed partial class PostgresWatch(EmbeddedPostgres postgres, ILogger<PostgresWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await postgres.ReviveAsync(stoppingToken))
                {
                    Revived();
                }
            }
            catch (CannotStartException e)
            {
                NotRevived(e);
            }
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "The private PostgreSQL had died and was started again.")]
    private partial void Revived();

    [LoggerMessage(1002, LogLevel.Error, "The private PostgreSQL has died and does not start again.")]
    private partial void NotRevived(Exception cause);
}
