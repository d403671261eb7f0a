using System.Text.Json;
using Kim.Market.Benchmarks.Orders;
using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.Benchmarks;

/// <summary>How a page of events becomes documents: the same for every variant.</summary>
public static class OrderPages
{
    /// <summary>Reads the documents that the page changes and that nobody has at hand.</summary>
    /// <param name="select">Takes the ids, gives id and document.</param>
    public static async Task LoadMissingAsync(Dictionary<Guid, Order> known, IEnumerable<Guid> streams, NpgsqlCommand select)
    {
        var missing = streams.Where(stream => !known.ContainsKey(stream)).Distinct().ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        select.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = missing });
        await using var row = await select.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            known[row.GetGuid(0)] = (Order)Baseline.Read(row, 1, OrderJson.Default.Order);
        }
    }

    public static NpgsqlBatchCommand Keep(
        NpgsqlBatchCommand upsert, Dictionary<Guid, long> versions, Dictionary<Guid, Order> orders)
    {
        Baseline.Add(upsert, versions.Keys.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        Baseline.Add(
            upsert,
            versions.Keys.Select(stream => JsonSerializer.SerializeToUtf8Bytes(orders[stream], OrderJson.Default.Order)).ToArray(),
            NpgsqlDbType.Array | NpgsqlDbType.Jsonb);
        Baseline.Add(upsert, versions.Values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        return upsert;
    }
}
