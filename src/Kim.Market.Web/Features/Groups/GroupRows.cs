using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Storefronts;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Groups;

/// <summary>A KIM as lists and its page show it.</summary>
public sealed record GroupRow(
    Guid GroupId, string Name, string Slug, RegionCode Seat, GroupBasis Basis, string[] Themes, string About, DateTimeOffset ProposedAt)
{
    public long Version { get; init; }

    public GroupStatus Status { get; init; }

    public DormancyReason? Reason { get; init; }

    /// <summary>What it was when it was suspended.</summary>
    public GroupStatus Before { get; init; }

    /// <summary>What an officer wrote when the status last changed.</summary>
    public string? Note { get; init; }

    public GroupPulse? Pulse { get; init; }

    public GroupProfile? Profile { get; init; }

    public int? FoundingYear { get; init; }

    public string? NationalId { get; init; }

    public DateTimeOffset ChangedAt { get; init; } = ProposedAt;

    public Storefront Storefront { get; init; } = Storefront.Plain;

    public Photo? Cover { get; init; }

    public GroupAnnounced? Announced { get; init; }
}

/// <summary>Writes <c>groups</c>.</summary>
public sealed class GroupRows : StreamView<GroupRow>
{
    public override string Name => "groups";

    public override string Kind => StreamKind<Group>.Name;

    public override string Ddl { get; } = Ddls.Of<GroupRows>();

    protected override Columns<GroupRow> Columns { get; } = new()
    {
        { "group_id", NpgsqlDbType.Uuid, row => row.GroupId },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "name", NpgsqlDbType.Text, row => row.Name },
        { "slug", NpgsqlDbType.Text, row => row.Slug },
        { "seat", NpgsqlDbType.Text, row => row.Seat.Value },
        { "basis", NpgsqlDbType.Smallint, row => (short)row.Basis },
        { "themes", NpgsqlDbType.Array | NpgsqlDbType.Text, row => row.Themes },
        { "about", NpgsqlDbType.Text, row => row.About },
        { "status", NpgsqlDbType.Smallint, row => (short)row.Status },
        { "reason", NpgsqlDbType.Smallint, row => (short?)row.Reason },
        { "note", NpgsqlDbType.Text, row => row.Note },
        { "pulse", NpgsqlDbType.Smallint, row => (short?)row.Pulse },
        { "national_id", NpgsqlDbType.Text, row => row.NationalId },
        { "area", NpgsqlDbType.Array | NpgsqlDbType.Text, row => row.Profile?.Area.Select(place => place.Value).ToArray() },
        { "founded_on", NpgsqlDbType.Date, row => row.Profile?.FoundedOn },
        { "founded_in", NpgsqlDbType.Integer, row => row.Profile?.FoundedOn?.Year ?? row.FoundingYear },
        { "term_from", NpgsqlDbType.Date, row => row.Profile?.TermFrom },
        { "term_until", NpgsqlDbType.Date, row => row.Profile?.TermUntil },
        { "women", NpgsqlDbType.Integer, row => row.Profile?.Women },
        { "men", NpgsqlDbType.Integer, row => row.Profile?.Men },
        { "sections", NpgsqlDbType.Array | NpgsqlDbType.Smallint, row => row.Profile?.Sections.Select(section => (short)section).ToArray() },
        { "has_statutes", NpgsqlDbType.Boolean, row => row.Profile?.HasStatutes },
        { "storefront", NpgsqlDbType.Jsonb, row => Json.Of(row.Storefront, StorefrontJson.Default.Storefront).Utf8 },
        { "colour", NpgsqlDbType.Text, row => row.Storefront.Colour },
        { "featured", NpgsqlDbType.Array | NpgsqlDbType.Uuid, row => row.Storefront.Featured.Select(product => product.Value).ToArray() },
        { "cover", NpgsqlDbType.Text, row => row.Cover?.Hash },
        { "cover_alt", NpgsqlDbType.Text, row => row.Cover?.Alt },
        { "announcement", NpgsqlDbType.Text, row => row.Announced?.Text },
        { "announced_until", NpgsqlDbType.TimestampTz, row => row.Announced?.Until },
        { "proposed_at", NpgsqlDbType.TimestampTz, row => row.ProposedAt },
        { "changed_at", NpgsqlDbType.TimestampTz, row => row.ChangedAt },
    };

    protected override GroupRow? Evolve(GroupRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static GroupRow? Change(GroupRow? row, object happened) => happened switch
    {
        GroupProposed e => new(e.Group.Value, e.Name, e.Slug, e.Seat, e.Basis, e.Themes, e.About, e.At),
        GroupVerified e => row! with { Status = GroupStatus.Verified, Note = null, ChangedAt = e.At },
        GroupRejected e => row! with { Status = GroupStatus.Rejected, Note = e.Note, ChangedAt = e.At },
        GroupActivated e => row! with { Status = GroupStatus.Active, ChangedAt = e.At },
        GroupReactivated e => row! with { Status = GroupStatus.Active, Reason = null, Note = null, ChangedAt = e.At },
        GroupDeclaredDormant e => row! with { Status = GroupStatus.Dormant, Reason = e.Reason, Note = null, ChangedAt = e.At },
        GroupStateExplained e => row! with { Note = e.Note.Length > 0 ? e.Note : null },
        GroupSuspended e => row! with { Status = GroupStatus.Suspended, Before = row.Status, Note = e.Note, ChangedAt = e.At },
        GroupSuspensionLifted e => row! with { Status = row.Before, Note = null, ChangedAt = e.At },
        GroupDissolved e => row! with { Status = GroupStatus.Dissolved, Note = e.Note, ChangedAt = e.At },
        GroupWithdrawn => null,
        GroupDescribed e => row! with { Profile = e.Profile },
        GroupFoundingYearRecorded e => row! with { FoundingYear = e.Year },
        GroupNationalIdRecorded e => row! with { NationalId = e.Number },
        GroupPulseChanged e => row! with { Pulse = e.Pulse },
        GroupStorefrontArranged e => row! with { Storefront = e.Storefront },
        GroupAnnounced e => row! with { Announced = e },
        GroupAnnouncementEnded => row! with { Announced = null },
        GroupCoverHung e => row! with { Cover = e.Cover },
        GroupCoverTakenDown => row! with { Cover = null },
        _ => row,
    };
}
