namespace Kim.Market.Web.Features.Shared;

/// <summary>Where a buyer is between cart and order: step 1, 2 or 3.</summary>
public sealed record CheckoutSteps(int Current);
