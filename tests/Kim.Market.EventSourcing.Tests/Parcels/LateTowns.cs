using Npgsql;

namespace Kim.Market.EventSourcing.Tests.Parcels;

/// <summary>The same sums as <see cref="TownScans"/>, thought of later.</summary>
public sealed class LateTowns : IProjection
{
    public string Name => "late_towns";

    public IReadOnlyCollection<Type> Handles { get; } = [typeof(ParcelScanned)];

    public IReadOnlyList<string> Tables { get; } = ["late_towns"];

    public string Ddl => "create table late_towns (town text primary key, scans bigint not null)";

    public void Project(Recorded recorded, NpgsqlBatch batch) => batch.Add(
        $"""
        insert into late_towns as t (town, scans) values ({((ParcelScanned)recorded.Data).Town}, 1)
        on conflict (town) do update set scans = t.scans + 1
        """);
}

/// <summary>Destinations, under a column name that changes from version to version.</summary>
public sealed class Renamed(string name, string column, int version) : IProjection
{
    public string Name => name;

    public int Version => version;

    public IReadOnlyCollection<Type> Handles { get; } = [typeof(ParcelSent)];

    public IReadOnlyList<string> Tables { get; } = [name];

    public string Ddl => $"create table {name} (parcel_id uuid primary key, {column} text not null)";

    public void Project(Recorded recorded, NpgsqlBatch batch) => batch.Add(
        $"insert into towns_by_name values ({recorded.Stream}, {((ParcelSent)recorded.Data).To})");
}
