namespace Kim.Market.Domain.Businesses;

public static class BusinessRefusals
{
    public static readonly Refusal NameLength = new("business.name_length", Limits.Name);
    public static readonly Refusal BadSlug = new("business.bad_slug");
    public static readonly Refusal NotAVillage = new("business.not_a_village");
    public static readonly Refusal AboutLength = new("business.about_length", Limits.About);
    public static readonly Refusal NoHandover = new("business.no_handover");
    public static readonly Refusal ApprovedAlready = new("business.approved_already");
    public static readonly Refusal NoteLength = new("business.note_length", Limits.Note);
    public static readonly Refusal NoteHoldsNumber = new("business.note_holds_number");
    public static readonly Refusal BadReturnDay = new("business.bad_return_day");
    public static readonly Refusal NotOpen = new("business.not_open");
    public static readonly Refusal NotApprovedYet = new("business.not_approved_yet");
    public static readonly Refusal IsSuspended = new("business.is_suspended");
    public static readonly Refusal NotSuspended = new("business.not_suspended");
    public static readonly Refusal AppealWaits = new("business.appeal_waits");
    public static readonly Refusal TooManyAppeals = new("business.too_many_appeals", Business.MostAppeals);
    public static readonly Refusal NoAppeal = new("business.no_appeal");
    public static readonly Refusal OfficeSuspended = new("business.office_suspended");
    public static readonly Refusal LastOwner = new("business.last_owner");
    public static readonly Refusal NotOwner = new("business.not_owner");
    public static readonly Refusal HasOwner = new("business.has_owner");
    public static readonly Refusal NotStaff = new("business.not_staff");
    public static readonly Refusal PickupPlace = new("business.pickup_place", Limits.Place);
    public static readonly Refusal BadDeliveryFee = new("business.bad_delivery_fee");
    public static readonly Refusal RateRegion = new("business.rate_region");
    public static readonly Refusal RateMinimum = new("business.rate_minimum");
    public static readonly Refusal RateFreeFrom = new("business.rate_free_from");
    public static readonly Refusal RateDays = new("business.rate_days", DeliveryRate.MostDays);
    public static readonly Refusal ShippingHow = new("business.shipping_how", Limits.Place);
    public static readonly Refusal ShippingHoldsNumber = new("business.shipping_holds_number");
    public static readonly Refusal TooManyRates = new("business.too_many_rates", Limits.DeliveryRates);
}
