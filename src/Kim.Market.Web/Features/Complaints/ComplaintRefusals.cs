using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Complaints;

public static class ComplaintRefusals
{
    public static readonly Refusal NoWords = new("complaint.no_words");
    public static readonly Refusal Forgotten = new("complaint.forgotten");
}
