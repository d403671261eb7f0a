using System.Diagnostics;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Payments;

namespace Kim.Market.Domain.Businesses;

/// <summary>Who is behind a business; groups and village enterprises sell as well as single people.</summary>
public enum BusinessKind
{
    Individual,
    HouseholdGroup,
    FarmerGroup,
    FisherGroup,
    TourismGroup,
    YouthGroup,
    Bumdes,
    Cooperative,
    Cv,
    Pt,
    KimItself,
}

public enum BusinessStatus { Registered, Open, Closed, Suspended }

/// <summary>
/// The fixed roles in a business: pemilik and staf; and those of a KIM who sell for somebody, with goods or with orders, and
/// with nothing else.
/// </summary>
public enum BusinessRole { Owner, Staff, GoodsHelper, OrderHelper }

/// <summary>An UMKM: it sells in its own name and is paid directly. People come and go; the business stays.</summary>
public sealed partial record Business(Id<Business> Id, Id<Group> Curator, RegionCode Village) : IAggregate<Business, BusinessEvent>
{
    public BusinessStatus Status { get; private init; }

    /// <summary>While it is closed: the day it means to open again.</summary>
    public DateOnly? ReturnsOn { get; private init; }

    /// <summary>What delivery within the regency costs; null when goods are only picked up.</summary>
    public Rupiah? DeliveryFee { get; private init; }

    /// <summary>What bringing goods costs in single regions.</summary>
    public IReadOnlyDictionary<RegionCode, DeliveryRate> Rates { get; private init; } = new Dictionary<RegionCode, DeliveryRate>();

    /// <summary>Whether it takes orders for places that its table does not name; null while it has not said.</summary>
    public bool? Ships { get; private init; }

    /// <summary>By what such goods travel.</summary>
    public string ShipsHow { get; private init; } = "";

    public bool CanHandOver { get; private init; }

    /// <summary>What its KIM last asked to be mended before it approves.</summary>
    public string? Returned { get; private init; }

    /// <summary>Which payment code its owner put up; the code itself, which may hold a person's name, stands in the vault.</summary>
    public Guid? PaymentCode { get; private init; }

    /// <summary>Which bank account its owner named; the account itself, which holds a person's name, stands in the vault.</summary>
    public Guid? Account { get; private init; }

    /// <summary>Transfers to it bear a unique code, unless its owner would rather have round sums.</summary>
    public bool OffersCodes { get; private init; } = true;

    /// <summary>Who last tried to change where its money goes without owning it.</summary>
    public BusinessPaymentChangeRefused? PaymentChangeRefused { get; private init; }

    /// <summary>Which account with a card provider its owner named; the keys to it stand in the vault.</summary>
    public Guid? CardAccount { get; private init; }

    /// <summary>Its KIM lets it show goods without looking at each one first.</summary>
    public bool IsTrusted { get; private init; }

    public IReadOnlySet<(Id<Member> Member, BusinessRole Role)> People { get; private init; } =
        new HashSet<(Id<Member>, BusinessRole)>();

    /// <summary>Whether anybody owns it yet: a KIM may have written it down for somebody without a telephone.</summary>
    public bool HasOwner => People.Any(person => person.Role == BusinessRole.Owner);

    private IEnumerable<(Id<Member> Member, BusinessRole Role)> Helpers => People.Where(person => IsHelper(person.Role));

    public static bool IsHelper(BusinessRole role) => role is BusinessRole.GoodsHelper or BusinessRole.OrderHelper;

    public static Decision<BusinessEvent> Register(
        Id<Business> id, Id<Group> curator, string name, string slug, BusinessKind kind, RegionCode village,
        string about, DateTimeOffset now) =>
        name.Trim().Length is 0 or > Limits.Name ? BusinessRefusals.NameLength
        : !Slug.IsValid(slug) ? BusinessRefusals.BadSlug
        : village.Value.Length != 13 ? BusinessRefusals.NotAVillage
        : about.Length > Limits.About ? BusinessRefusals.AboutLength
        : [new BusinessRegistered(id, curator, name.Trim(), slug, kind, village, about.Trim(), now)];

    public Decision<BusinessEvent> Approve(DateTimeOffset now) => Status switch
    {
        // A shop without a way to hand goods over must not look open: its first buyer would be stuck.
        BusinessStatus.Registered when !CanHandOver => BusinessRefusals.NoHandover,
        BusinessStatus.Registered => [new BusinessApproved(now)],
        _ => [],
    };

    /// <summary>The KIM does not approve the business yet, and says what would have to change.</summary>
    public Decision<BusinessEvent> Return(string note, DateTimeOffset now) =>
        Status != BusinessStatus.Registered ? BusinessRefusals.ApprovedAlready
        : note.Trim().Length is 0 or > Limits.Note ? BusinessRefusals.NoteLength
        : PublicText.HoldsNumber(note) ? BusinessRefusals.NoteHoldsNumber
        : note.Trim() == Returned ? []
        : [new BusinessReturned(note.Trim(), now)];

    /// <param name="returnsOn">The day it means to open again; null when nobody knows.</param>
    public Decision<BusinessEvent> Close(DateOnly? returnsOn, DateTimeOffset now) =>
        returnsOn <= DateOnly.FromDateTime(now.UtcDateTime) || returnsOn > DateOnly.FromDateTime(now.UtcDateTime).AddYears(1) ? BusinessRefusals.BadReturnDay
        : Status switch
        {
            BusinessStatus.Open when returnsOn is { } day => [new BusinessClosed(now), new BusinessReturnTold(day, now)],
            BusinessStatus.Open => [new BusinessClosed(now)],
            BusinessStatus.Closed when returnsOn is { } day && day != ReturnsOn => [new BusinessReturnTold(day, now)],
            BusinessStatus.Closed => [],
            BusinessStatus.Suspended => BusinessRefusals.IsSuspended,
            _ => BusinessRefusals.NotOpen,
        };

    public Decision<BusinessEvent> Reopen(DateTimeOffset now) => Status switch
    {
        BusinessStatus.Open => [],
        BusinessStatus.Closed => [new BusinessReopened(now)],
        BusinessStatus.Suspended => BusinessRefusals.IsSuspended,
        _ => BusinessRefusals.NotOpen,
    };

    public static Decision<BusinessEvent> SetHandover(
        string pickupPlace, string pickupHours, Rupiah? deliveryFee, string? deliveryArea, DateTimeOffset now) =>
        pickupPlace.Trim().Length is 0 or > Limits.Place ? BusinessRefusals.PickupPlace
        : pickupHours.Length > Limits.Place || deliveryArea?.Length > Limits.Place ? BusinessRefusals.PickupPlace
        : deliveryFee is { Amount: < 0 } || deliveryFee > Rupiah.Highest ? BusinessRefusals.BadDeliveryFee
        : [new BusinessHandoverSet(pickupPlace.Trim(), pickupHours.Trim(), deliveryFee, deliveryArea?.Trim(), now)];

    public static Decision<BusinessEvent> KeepContact(DateTimeOffset now) => [new BusinessContactKept(now)];

    /// <summary>Buyers pay this code from now on. Only one that is good for any payment can hang at a stall.</summary>
    /// <param name="code">Stands for the code in events, and tells one from another.</param>
    public Decision<BusinessEvent> KeepQris(Qris qris, Guid code, DateTimeOffset now) =>
        !qris.IsStatic ? QrisRefusals.ForOnePayment
        : PaymentCode == code ? []
        : [new BusinessQrisKept(code, now)];

    public Decision<BusinessEvent> DropQris(DateTimeOffset now) => PaymentCode is null ? [] : [new BusinessQrisDropped(now)];

    /// <summary>Buyers may transfer to this account from now on.</summary>
    /// <param name="account">Stands for the account in events, and tells one from another.</param>
    public Decision<BusinessEvent> KeepAccount(Guid account, DateTimeOffset now) =>
        Account == account ? [] : [new BusinessAccountKept(account, now)];

    /// <summary>Buyers may pay by card into this account from now on.</summary>
    /// <param name="account">Stands for the account in events, and tells one from another.</param>
    public Decision<BusinessEvent> KeepCard(Guid account, DateTimeOffset now) =>
        CardAccount == account ? [] : [new BusinessCardKept(account, now)];

    public Decision<BusinessEvent> DropCard(DateTimeOffset now) => CardAccount is null ? [] : [new BusinessCardDropped(now)];

    public Decision<BusinessEvent> DropAccount(DateTimeOffset now) => Account is null ? [] : [new BusinessAccountDropped(now)];

    public Decision<BusinessEvent> EndCodes(DateTimeOffset now) => OffersCodes ? [new BusinessUniqueCodesEnded(now)] : [];

    public Decision<BusinessEvent> OfferCodes(DateTimeOffset now) => OffersCodes ? [] : [new BusinessUniqueCodesOffered(now)];

    /// <summary>Somebody who does not own it reached for where its money goes. Pressing again and again is one try a minute.</summary>
    public Decision<BusinessEvent> RefusePaymentChange(Id<Member> member, DateTimeOffset now) =>
        PaymentChangeRefused is { } last && last.Member == member && now - last.At < TimeSpan.FromMinutes(1)
            ? []
            : [new BusinessPaymentChangeRefused(member, now)];

    public Decision<BusinessEvent> Trust(DateTimeOffset now) => IsTrusted ? [] : [new BusinessTrusted(now)];

    public Decision<BusinessEvent> EndTrust(DateTimeOffset now) => IsTrusted ? [new BusinessTrustEnded(now)] : [];

    /// <summary>Whoever helped while nobody owned the business stops when its first owner comes; the owner may ask them back.</summary>
    public Decision<BusinessEvent> Appoint(Id<Member> member, BusinessRole role, DateTimeOffset now) =>
        People.Contains((member, role)) ? []
        : role == BusinessRole.Owner && !HasOwner
            ? [new BusinessMemberAppointed(member, role, now), .. Helpers.Select(helper => new BusinessMemberReleased(helper.Member, helper.Role, now))]
        : [new BusinessMemberAppointed(member, role, now)];

    /// <summary>Somebody of its KIM sells for whom it belongs to. Once it has an owner, only the owner asks for help.</summary>
    public Decision<BusinessEvent> Help(Id<Member> member, DateTimeOffset now) =>
        HasOwner ? BusinessRefusals.HasOwner
        : [.. new[] { BusinessRole.GoodsHelper, BusinessRole.OrderHelper }.Where(role => !People.Contains((member, role)))
            .Select(role => new BusinessMemberAppointed(member, role, now))];

    /// <summary>Its KIM gives whom it belongs to a code, with which it becomes theirs.</summary>
    public Decision<BusinessEvent> OfferTransfer(DateTimeOffset until, DateTimeOffset now) =>
        HasOwner ? BusinessRefusals.HasOwner : [new BusinessTransferOffered(until, now)];

    /// <summary>Ends somebody's work for the business. A business is never left without an owner: the last one hands over.</summary>
    public Decision<BusinessEvent> Release(Id<Member> member, BusinessRole role, DateTimeOffset now) =>
        !People.Contains((member, role)) ? []
        : role == BusinessRole.Owner && People.Count(person => person.Role == BusinessRole.Owner) == 1 ? BusinessRefusals.LastOwner
        : [new BusinessMemberReleased(member, role, now)];

    /// <summary>Passes the business on to somebody who works there already.</summary>
    public Decision<BusinessEvent> HandOver(Id<Member> from, Id<Member> to, DateTimeOffset now) =>
        !People.Contains((from, BusinessRole.Owner)) ? People.Contains((to, BusinessRole.Owner)) ? [] : BusinessRefusals.NotOwner
        : from == to ? []
        : !People.Any(person => person.Member == to && !IsHelper(person.Role)) ? BusinessRefusals.NotStaff
        : [new BusinessHandedOver(from, to, now)];

    public static Business Evolve(Business? state, BusinessEvent happened) => (state, happened) switch
    {
        (null, BusinessRegistered e) => new(e.Business, e.Curator, e.Village),
        (not null, BusinessApproved or BusinessReopened) => state with { Status = BusinessStatus.Open, ReturnsOn = null },
        (not null, BusinessReturnTold e) => state with { ReturnsOn = e.On },
        (not null, BusinessClosed) => state with { Status = BusinessStatus.Closed },
        (not null, BusinessSuspended e) => state with { Status = BusinessStatus.Suspended, Suspended = new(e.By, state.Status) },
        (not null, BusinessAppealed e) => state with { Suspended = state.Suspended! with { Appeals = state.Suspended.Appeals + 1, Waiting = e.Text } },
        (not null, BusinessAppealRejected e) => state with { Suspended = state.Suspended! with { Waiting = null, Answer = e.Note } },
        (not null, BusinessSuspensionLifted) => state with { Status = state.Suspended!.Before, Suspended = null },
        (not null, BusinessHandoverSet e) => state with { CanHandOver = true, DeliveryFee = e.DeliveryFee },
        (not null, BusinessDeliveryRateSet e) => state with { Rates = With(state.Rates, e) },
        (not null, BusinessDeliveryRateDropped e) => state with { Rates = Without(state.Rates, e.Region) },
        (not null, BusinessShippingOffered e) => state with { Ships = true, ShipsHow = e.How },
        (not null, BusinessShippingEnded) => state with { Ships = false, ShipsHow = "" },
        (not null, BusinessReturned e) => state with { Returned = e.Note },
        (not null, BusinessContactKept) => state,
        (not null, BusinessQrisKept e) => state with { PaymentCode = e.Code },
        (not null, BusinessQrisDropped) => state with { PaymentCode = null },
        (not null, BusinessAccountKept e) => state with { Account = e.Account },
        (not null, BusinessCardKept e) => state with { CardAccount = e.Account },
        (not null, BusinessCardDropped) => state with { CardAccount = null },
        (not null, BusinessAccountDropped) => state with { Account = null },
        (not null, BusinessUniqueCodesEnded) => state with { OffersCodes = false },
        (not null, BusinessUniqueCodesOffered) => state with { OffersCodes = true },
        (not null, BusinessPaymentChangeRefused e) => state with { PaymentChangeRefused = e },
        (not null, BusinessTransferOffered) => state,
        (not null, BusinessTrusted) => state with { IsTrusted = true },
        (not null, BusinessTrustEnded) => state with { IsTrusted = false },
        (not null, BusinessMemberAppointed e) => state with
        {
            People = new HashSet<(Id<Member>, BusinessRole)>(state.People) { (e.Member, e.Role) },
        },
        (not null, BusinessMemberReleased e) => state with { People = Without(state.People, (e.Member, e.Role)) },
        (not null, BusinessHandedOver e) => state with
        {
            People = new HashSet<(Id<Member>, BusinessRole)>(Without(state.People, (e.From, BusinessRole.Owner))) { (e.To, BusinessRole.Owner) },
        },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.Status.ToString() ?? "nothing"}."),
    };

    private static HashSet<(Id<Member> Member, BusinessRole Role)> Without(
        IReadOnlySet<(Id<Member> Member, BusinessRole Role)> people, (Id<Member> Member, BusinessRole Role) post) => [.. people.Where(taken => taken != post)];
}
