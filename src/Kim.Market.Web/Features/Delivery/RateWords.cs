using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Delivery;

/// <summary>Says on what terms goods are brought.</summary>
public static class RateWords
{
    /// <summary>From what amount on, from what amount on for nothing, and how fast; empty where nothing of it is said.</summary>
    public static string Terms(DeliveryRate rate, Words words) => string.Join(" · ", new[]
    {
        rate.Minimum is { } minimum ? words["belanja paling sedikit {0}", minimum] : null,
        rate.FreeFrom is { } free ? words["gratis mulai {0}", free] : null,
        rate.Days is { } days ? words.Days(days) : null,
    }.Where(part => part is not null));

    public static string Days(this Words words, int days) =>
        days == 0 ? words["sampai hari itu juga"] : words["sampai dalam {0} hari", days];
}
