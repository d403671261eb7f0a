using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Kim.Market.Web.Hosting.Health;

/// <summary>Whether the database answers, and has every table this program counts on.</summary>
public sealed class DatabaseHealth(NpgsqlDataSource db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var installed = (await db.RowsAsync<string>($"select name from events.schema_versions", cancellationToken)).ToHashSet();
            return Database.Scripts().All(script => installed.Contains(script.Name))
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("not migrated");
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return HealthCheckResult.Unhealthy("not migrated");
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("unreachable");
        }
    }
}
