namespace Kim.Market.Domain.Enquiries;

public static class EnquiryRefusals
{
    public static readonly Refusal NotAVillage = new("enquiry.not_a_village");
    public static readonly Refusal Over = new("enquiry.over");
    public static readonly Refusal NotWaiting = new("enquiry.not_waiting");
    public static readonly Refusal NotAtOffice = new("enquiry.not_at_office");
    public static readonly Refusal NoKim = new("enquiry.no_kim");
    public static readonly Refusal PassedAlready = new("enquiry.passed_already");
    public static readonly Refusal TooManyWords = new("enquiry.too_many_words", Limits.EnquiryWords);
    public static readonly Refusal MayNotShow = new("enquiry.may_not_show");
    public static readonly Refusal NotAnswered = new("enquiry.not_answered");
    public static readonly Refusal ShownLength = new("enquiry.shown_length", Limits.EnquiryShown);
    public static readonly Refusal ShownHoldsNumber = new("enquiry.shown_holds_number");
    public static readonly Refusal WordsLength = new("enquiry.words_length", Limits.EnquiryText);
    public static readonly Refusal TooMany = new("enquiry.too_many", Limits.EnquiriesADay);
    public static readonly Refusal Forgotten = new("enquiry.forgotten");
}
