using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Conduct;
using Kim.Market.Web.Features.Delivery;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>An UMKM as lists and its stall show it.</summary>
public sealed record BusinessRow(
    Guid BusinessId, Guid GroupId, string Name, string Slug, BusinessKind Kind, RegionCode Village, string About,
    DateTimeOffset RegisteredAt)
{
    public long Version { get; init; }

    public BusinessStatus Status { get; init; }

    /// <summary>Its goods are shown without the KIM looking at each one first.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>What its KIM asked to be mended before it approves.</summary>
    public string? Note { get; init; }

    /// <summary>In how many roles people of its KIM sell for it.</summary>
    public int Helpers { get; init; }

    public DateOnly? ReturnsOn { get; init; }

    public string? PickupPlace { get; init; }

    public string? PickupHours { get; init; }

    public Rupiah? DeliveryFee { get; init; }

    public string? DeliveryArea { get; init; }

    /// <summary>What bringing goods costs in single regions, by their codes.</summary>
    public IReadOnlyList<DeliveryRate> Rates { get; init; } = [];

    /// <summary>Whether it takes orders for places without a price; null while it has not said.</summary>
    public bool? Ships { get; init; }

    public string? ShipsHow { get; init; }

    /// <summary>The last time it was taken out of sight.</summary>
    public StallSuspension? Suspension { get; init; }

    /// <summary>A bank account is named.</summary>
    public bool HasAccount { get; init; }

    /// <summary>Its owner would rather have round sums than codes.</summary>
    public bool HasRoundSums { get; init; }
}

/// <summary>Writes <c>businesses</c>.</summary>
public sealed class BusinessRows : StreamView<BusinessRow>
{
    public override string Name => "businesses";

    public override string Kind => StreamKind<Business>.Name;

    public override string Ddl { get; } = Ddls.Of<BusinessRows>();

    protected override Columns<BusinessRow> Columns { get; } = new()
    {
        { "business_id", NpgsqlDbType.Uuid, row => row.BusinessId },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "group_id", NpgsqlDbType.Uuid, row => row.GroupId },
        { "name", NpgsqlDbType.Text, row => row.Name },
        { "slug", NpgsqlDbType.Text, row => row.Slug },
        { "kind", NpgsqlDbType.Smallint, row => (short)row.Kind },
        { "village", NpgsqlDbType.Text, row => row.Village.Value },
        { "about", NpgsqlDbType.Text, row => row.About },
        { "status", NpgsqlDbType.Smallint, row => (short)row.Status },
        { "trusted", NpgsqlDbType.Boolean, row => row.IsTrusted },
        { "note", NpgsqlDbType.Text, row => row.Note },
        { "helpers", NpgsqlDbType.Integer, row => row.Helpers },
        { "returns_on", NpgsqlDbType.Date, row => row.ReturnsOn },
        { "pickup_place", NpgsqlDbType.Text, row => row.PickupPlace },
        { "pickup_hours", NpgsqlDbType.Text, row => row.PickupHours },
        { "delivery_fee", NpgsqlDbType.Bigint, row => row.DeliveryFee?.Amount },
        { "delivery_area", NpgsqlDbType.Text, row => row.DeliveryArea },
        { "rates", NpgsqlDbType.Jsonb, row => Json.Of([.. row.Rates], RateJson.Default.DeliveryRateArray).Utf8 },
        { "ships", NpgsqlDbType.Boolean, row => row.Ships },
        { "ships_how", NpgsqlDbType.Text, row => row.ShipsHow },
        { "codes", NpgsqlDbType.Boolean, row => row.HasAccount && !row.HasRoundSums },
        { "registered_at", NpgsqlDbType.TimestampTz, row => row.RegisteredAt },
        { "suspension", NpgsqlDbType.Jsonb, row => row.Suspension is { } suspension ? Json.Of(suspension, SuspensionJson.Default.StallSuspension).Utf8 : null },
        { "appealed_at", NpgsqlDbType.TimestampTz, row => row.Suspension?.WaitsSince?.ToUniversalTime() },
    };

    protected override BusinessRow? Evolve(BusinessRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static BusinessRow? Change(BusinessRow? row, object happened) => happened switch
    {
        BusinessRegistered e => new(e.Business.Value, e.Curator.Value, e.Name, e.Slug, e.Kind, e.Village, e.About, e.At),
        BusinessApproved or BusinessReopened => row! with { Status = BusinessStatus.Open, Note = null, ReturnsOn = null },
        BusinessReturnTold e => row! with { ReturnsOn = e.On },
        BusinessReturned e => row! with { Note = e.Note },
        BusinessClosed => row! with { Status = BusinessStatus.Closed },
        BusinessSuspended e => row! with { Status = BusinessStatus.Suspended, Suspension = StallSuspension.Of(e, row.Status) },
        BusinessAppealed e => row! with { Suspension = row.Suspension!.And(e) },
        BusinessAppealRejected e => row! with { Suspension = row.Suspension!.And(e) },
        BusinessSuspensionLifted e => row! with { Status = row.Suspension!.Before, Suspension = row.Suspension.And(e) },
        BusinessMemberAppointed e when Business.IsHelper(e.Role) => row! with { Helpers = row.Helpers + 1 },
        BusinessMemberReleased e when Business.IsHelper(e.Role) => row! with { Helpers = row.Helpers - 1 },
        BusinessTrusted => row! with { IsTrusted = true },
        BusinessTrustEnded => row! with { IsTrusted = false },
        BusinessHandoverSet e => row! with
        {
            PickupPlace = e.PickupPlace,
            PickupHours = e.PickupHours,
            DeliveryFee = e.DeliveryFee,
            DeliveryArea = e.DeliveryArea,
        },
        BusinessDeliveryRateSet e => row! with
        {
            Rates = [.. row.Rates.Where(rate => rate.Region != e.Region).Append(new(e.Region, e.Price, e.Minimum, e.FreeFrom, e.Days)).OrderBy(rate => rate.Region)],
        },
        BusinessShippingOffered e => row! with { Ships = true, ShipsHow = e.How },
        BusinessShippingEnded => row! with { Ships = false, ShipsHow = null },
        BusinessAccountKept => row! with { HasAccount = true },
        BusinessAccountDropped => row! with { HasAccount = false },
        BusinessUniqueCodesEnded => row! with { HasRoundSums = true },
        BusinessUniqueCodesOffered => row! with { HasRoundSums = false },
        BusinessDeliveryRateDropped e => row! with { Rates = [.. row.Rates.Where(rate => rate.Region != e.Region)] },
        _ => row,
    };
}
