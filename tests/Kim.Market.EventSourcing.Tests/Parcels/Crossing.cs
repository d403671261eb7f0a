using Npgsql;

namespace Kim.Market.EventSourcing.Tests.Parcels;

/// <summary>Counts in the order of the events and takes its time, so that two that go opposite ways meet.</summary>
public sealed class Crossing : IProjection
{
    public string Name => "crossing";

    public IReadOnlyCollection<Type> Handles { get; } = [typeof(ParcelScanned)];

    public IReadOnlyList<string> Tables { get; } = ["crossing"];

    public string Ddl => "create table crossing (town text primary key, n int not null)";

    public void Project(Recorded recorded, NpgsqlBatch batch)
    {
        batch.Add($"update crossing set n = n + 1 where town = {((ParcelScanned)recorded.Data).Town}");
        batch.Add($"select pg_sleep(0.3)");
    }
}
