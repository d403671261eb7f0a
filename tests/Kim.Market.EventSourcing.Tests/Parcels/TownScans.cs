using Npgsql;

namespace Kim.Market.EventSourcing.Tests.Parcels;

/// <summary>How often parcels were scanned in each town: a sum over many streams, kept inline.</summary>
public sealed class TownScans : IProjection
{
    public string Name => "town_scans";

    public IReadOnlyCollection<Type> Handles { get; } = [typeof(ParcelScanned)];

    public IReadOnlyList<string> Tables { get; } = ["town_scans"];

    public string Ddl => "create table town_scans (town text primary key, scans bigint not null)";

    public void Project(Recorded recorded, NpgsqlBatch batch) => batch.Add(
        $"""
        insert into town_scans as t (town, scans) values ({((ParcelScanned)recorded.Data).Town}, 1)
        on conflict (town) do update set scans = t.scans + 1
        """);
}
