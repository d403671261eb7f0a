using System.Text.Json.Serialization;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>What the counting must remember of one stream until its next event.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(KnownGroup), "kim")]
[JsonDerivedType(typeof(KnownBusiness), "umkm")]
[JsonDerivedType(typeof(KnownProduct), "goods")]
[JsonDerivedType(typeof(KnownOrder), "order")]
[JsonDerivedType(typeof(KnownCertificate), "paper")]
[JsonDerivedType(typeof(KnownEnquiry), "enquiry")]
[JsonDerivedType(typeof(KnownCoaching), "coaching")]
[JsonDerivedType(typeof(KnownAttendance), "attendance")]
[JsonDerivedType(typeof(KnownOutsideSale), "outside")]
public abstract record Known
{
    private protected Known() { }

    /// <summary>Whose events cannot be counted without it: goods and papers belong to a business.</summary>
    [JsonIgnore]
    public virtual Guid? Parent => null;
}

public sealed record KnownGroup(string Seat, string[] Themes) : Known
{
    public bool Stands { get; init; }

    public bool AtRest { get; init; }

    public bool OutOfSight { get; init; }

    public GroupPulse? Pulse { get; init; }

    public int Women { get; init; }

    public int Men { get; init; }
}

/// <param name="Goods">What is published, with its section.</param>
public sealed record KnownBusiness(Guid Group, string Village, string[] Themes, bool IsOpen, Dictionary<Guid, string> Goods) : Known
{
    public Owner Owner(Guid business) => new(Group, business, Village, Themes);
}

public sealed record KnownProduct(Guid Business, string Section) : Known
{
    public override Guid? Parent => Business;
}

public sealed record KnownOrder(
    Guid Group, Guid Business, string Village, string[] Themes, DateTimeOffset At, long Goods, IReadOnlyList<SectionPart> Parts,
    BuyerDistance? From, bool? Returning) : Known
{
    public bool IsAnswered { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    [JsonIgnore]
    public Owner Owner => new(Group, Business, Village, Themes);
}

public sealed record KnownCertificate(Guid Business, CertificateKind Kind, DateOnly? ValidUntil) : Known
{
    public override Guid? Parent => Business;
}

public sealed record KnownEnquiry(Guid? Group, string Village, string[] Themes, DateTimeOffset Due, bool IsAnswered) : Known
{
    [JsonIgnore]
    public Owner Owner => new(Group, null, Village, Themes);
}

public sealed record KnownCoaching(string Village) : Known;

/// <param name="At">By when it had happened.</param>
public sealed record KnownOutsideSale(Owner Owner, DateTimeOffset At) : Known
{
    public bool Counts { get; init; }
}

public sealed record KnownAttendance(Owner Owner, DateTimeOffset At, int People) : Known;

/// <summary>How it is remembered between two pages of events.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, AllowOutOfOrderMetadataProperties = true)] // jsonb keeps no order
[JsonSerializable(typeof(Known))]
internal sealed partial class KnownJson : JsonSerializerContext;
