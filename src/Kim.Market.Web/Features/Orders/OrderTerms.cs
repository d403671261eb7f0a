using Kim.Market.Domain.Orders;

namespace Kim.Market.Web.Features.Orders;

/// <summary>What an installation decides about orders.</summary>
/// <param name="AnswerTime">How long a seller has to answer before an order ends by itself.</param>
public sealed record OrderTerms(TimeSpan AnswerTime)
{
    /// <summary>Nobody answers in less than an hour, and nobody waits longer than a week.</summary>
    private const int Shortest = 1;
    private const int Longest = 168;

    public static OrderTerms Of(IConfiguration settings) => new(TimeSpan.FromHours(
        Math.Clamp(settings.GetValue("Orders:AnswerHours", (int)Order.AnswerTime.TotalHours), Shortest, Longest)));
}
