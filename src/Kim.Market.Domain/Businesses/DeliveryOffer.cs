namespace Kim.Market.Domain.Businesses;

/// <summary>What a seller says about bringing these goods to that place.</summary>
public abstract record DeliveryOffer
{
    private protected DeliveryOffer() { }
}

/// <summary>It is brought for this much.</summary>
/// <param name="By">The line of the table that says so; null where one price holds for all.</param>
public sealed record DeliveredFor(Rupiah Fee, DeliveryRate? By) : DeliveryOffer;

/// <summary>It would be brought, if only more were ordered.</summary>
public sealed record DeliveredFrom(Rupiah Minimum, Rupiah Missing) : DeliveryOffer;

/// <summary>It depends on where to, and nobody has said.</summary>
public sealed record DeliveryDependsOnPlace : DeliveryOffer;

/// <summary>It is brought there; what that costs the seller says once it is ordered, and the buyer agrees or not.</summary>
public sealed record DeliveryToBeQuoted : DeliveryOffer;

/// <summary>It is not brought there.</summary>
public sealed record NotDelivered : DeliveryOffer;
