using Kim.Market.EventSourcing.Tests.Parcels;

namespace Kim.Market.EventSourcing.Tests;

/// <summary>What stands in the tables, in the form in which Marten writes and reads it.</summary>
public class StoredFormTests(Depot depot) : IClassFixture<Depot>
{
    [Fact]
    public async Task An_event_is_stored_the_way_Marten_stores_it()
    {
        var (parcel, actor, owner) = (Guid.CreateVersion7(), Guid.NewGuid(), Guid.NewGuid());
        var at = new DateTimeOffset(2026, 8, 17, 2, 0, 0, TimeSpan.Zero);
        await depot.Store.CommitAsync(
            new Commit(new(actor, owner, "form-7", "click-1", at)).Append(
                parcel, Parcel.Kind, Expected.New, [new ParcelSent("Tenggarong", "Melak", Speed.Fast, 20.90m)]),
            Ct);

        var stored = await depot.Db.QueryAsync(
            $"""
            select concat_ws('; ', type, mt_dotnet_type, data::text, headers::text, correlation_id, causation_id,
                             tenant_id, is_archived, version, bdata is null, id is not null, timestamp at time zone 'UTC')
            from events.mt_events
            where stream_id = {parcel}
            """,
            row => row.GetString(0),
            Ct);

        Assert.Equal(
            [
                "parcel_sent; Kim.Market.EventSourcing.Tests.Parcels.ParcelSent, Kim.Market.EventSourcing.Tests; "
                + """{"To": "Melak", "From": "Tenggarong", "Speed": 1, "Weight": 20.90}; """
                + $$"""{"actor": "{{actor}}", "onBehalfOf": "{{owner}}"}; """
                + "form-7; click-1; *DEFAULT*; f; 1; t; t; 2026-08-17 02:00:00",
            ],
            stored);
    }

    [Fact]
    public async Task A_stream_is_stored_the_way_Marten_stores_it()
    {
        var parcel = await depot.SentParcel();

        var stored = await depot.Db.QueryAsync(
            $"select concat_ws('; ', type, version, tenant_id, is_archived) from events.mt_streams where id = {parcel}",
            row => row.GetString(0),
            Ct);

        Assert.Equal(["parcel; 1; *DEFAULT*; f"], stored);
    }

    [Fact]
    public async Task Headers_that_another_writer_left_do_not_disturb()
    {
        var (empty, foreign) = (await depot.SentParcel(), await depot.SentParcel());
        await depot.Db.ExecuteAsync(
            $"update events.mt_events set headers = {new Json("null"u8.ToArray())} where stream_id = {empty}", Ct);
        await depot.Db.ExecuteAsync(
            $$"""
            update events.mt_events
            set headers = {{new Json("""{"actor":7,"via":{"via":"x"},"device":3,"nested":{"actor":"x"},"tenant":"y"}"""u8.ToArray())}}
            where stream_id = {{foreign}}
            """,
            Ct);

        var metadata = (await depot.Store.ReadManyAsync([empty, foreign], Ct)).Values.Select(events => events[0].Metadata);

        Assert.All(metadata, nobody => Assert.Equal(new Metadata(), nobody));
    }
}
