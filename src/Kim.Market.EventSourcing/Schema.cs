using System.Reflection;
using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Brings a database up to date: forward only, any number of times, from several nodes at once.</summary>
public static class Schema
{
    /// <summary>Installs the event tables, then the scripts in their order, then the tables of new read models.</summary>
    /// <param name="rebuild">Rebuilds the read models that are out of date; without it they are only named.</param>
    /// <returns>The names of the read models that were out of date.</returns>
    /// <exception cref="InvalidOperationException">A script was changed after it had been installed.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(
        NpgsqlDataSource db,
        IEnumerable<IReadModel> models,
        IEnumerable<Script> scripts,
        Rebuild? rebuild,
        CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var alone = await SessionLock.TakeAsync(connection, "schema", ct);
        await InstallAsync(connection, scripts, ct);
        var stale = new List<string>();
        foreach (var model in models.OrderBy(model => model is IJoinedView)) // which are made of the others
        {
            if (!await InstallAsync(connection, model, ct))
            {
                stale.Add(model.Name);
            }
        }

        if (rebuild is not null)
        {
            foreach (var name in stale)
            {
                await rebuild.RunAsync(name, progress: null, ct);
            }
        }

        return stale;
    }

    private static async Task InstallAsync(NpgsqlConnection connection, IEnumerable<Script> scripts, CancellationToken ct)
    {
        var own = Own().ToList();
        await Script.RunAsync(connection, own[0].Text, ct);
        var installed = (await connection.QueryAsync(
                $"select name, fingerprint from events.schema_versions", row => (row.GetString(0), row.GetString(1)), ct))
            .ToDictionary(row => row.Item1, row => row.Item2);

        foreach (var script in own.Skip(1).Concat(scripts))
        {
            if (!installed.TryGetValue(script.Name, out var fingerprint))
            {
                await using var transaction = await connection.BeginTransactionAsync(ct);
                await Script.RunAsync(connection, script.Text, ct);
                await connection.ExecuteAsync(
                    $"insert into events.schema_versions values ({script.Name}, {script.Fingerprint}, now())", ct);
                await transaction.CommitAsync(ct);
            }
            else if (fingerprint != script.Fingerprint)
            {
                throw new InvalidOperationException($"The script '{script.Name}' is installed already: change it by a new one.");
            }
        }
    }

    /// <returns>False when the rows are not those that the model would write today.</returns>
    private static async Task<bool> InstallAsync(NpgsqlConnection connection, IReadModel model, CancellationToken ct)
    {
        var known = await connection.QueryAsync(
            $"select fingerprint from events.read_models where name = {model.Name}", row => row.GetString(0), ct);
        if (known.Count > 0)
        {
            return known[0] == model.Fingerprint || (model.Tables.Count == 0 && await RenewAsync(connection, model, ct));
        }

        // A follower starts at the first event by itself; what is written inline would miss the events before it.
        var isComplete = model is IFollower || (await connection.QueryAsync(
            $"select not exists (select from events.mt_events)", row => row.GetBoolean(0), ct))[0];
        var fingerprint = isComplete ? model.Fingerprint : "";
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Script.RunAsync(connection, $"set local search_path = {Store.SearchPath}", ct);
        await Script.RunAsync(connection, model.Ddl, ct);
        await connection.ExecuteAsync(
            $"""
            insert into events.read_models (name, fingerprint, tables, built_at)
            values ({model.Name}, {fingerprint}, {model.Tables.ToArray()}, now())
            """,
            ct);
        await transaction.CommitAsync(ct);
        return isComplete;
    }

    /// <summary>What has no tables has nothing that could be out of date.</summary>
    private static async Task<bool> RenewAsync(NpgsqlConnection connection, IReadModel model, CancellationToken ct) =>
        await connection.ExecuteAsync(
            $"update events.read_models set fingerprint = {model.Fingerprint} where name = {model.Name}", ct) == 1;

    private static IEnumerable<Script> Own()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new($"events/{name}", reader.ReadToEnd());
        }
    }
}
