using System.Text.Json.Serialization;
using Kim.Market.Domain.Villages;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Villages;

/// <summary>What is on record of a village as it is kept in its row: the aggregate itself is all of it.</summary>
public sealed record VillageRecordRow(VillageRecord Record)
{
    public long Version { get; init; }

    public VillageIndex[] Indices => [.. Record.Indices.Values.OrderByDescending(index => index.Year)];

    public TourismStanding[] Classes => [.. Record.Classes.Values.OrderByDescending(standing => standing.Year)];
}

/// <summary>Writes <c>village_records</c>.</summary>
public sealed class VillageRecordRows : StreamView<VillageRecordRow>
{
    public override string Name => "village_records";

    public override string Kind => StreamKind<VillageRecord>.Name;

    public override string Ddl { get; } = Ddls.Of<VillageRecordRows>();

    protected override Columns<VillageRecordRow> Columns { get; } = new()
    {
        { "record_id", NpgsqlDbType.Uuid, row => row.Record.Id.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "village", NpgsqlDbType.Text, row => row.Record.Village.Value },
        { "status", NpgsqlDbType.Smallint, row => (short?)row.Indices.FirstOrDefault()?.Status },
        { "class", NpgsqlDbType.Smallint, row => (short?)row.Classes.FirstOrDefault()?.Class },
        { "indices", NpgsqlDbType.Jsonb, row => Json.Of(row.Indices, VillageJson.Default.VillageIndexArray).Utf8 },
        { "classes", NpgsqlDbType.Jsonb, row => Json.Of(row.Classes, VillageJson.Default.TourismStandingArray).Utf8 },
    };

    protected override VillageRecordRow? Evolve(VillageRecordRow? row, Recorded recorded) =>
        new(VillageRecord.Evolve(row?.Record, (VillageEvent)recorded.Data)) { Version = recorded.Version };
}

/// <summary>How the years of a village are kept in their columns.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(VillageIndex[]))]
[JsonSerializable(typeof(TourismStanding[]))]
internal sealed partial class VillageJson : JsonSerializerContext;
