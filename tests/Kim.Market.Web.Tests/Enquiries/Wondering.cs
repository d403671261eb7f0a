using Kim.Market.Domain;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Enquiries;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Enquiries;

/// <summary>Asks villages, through the same desk as everybody.</summary>
public static class Wondering
{
    private static int _numbers;

    /// <summary>A number like no other.</summary>
    public static string Number() => $"0813-7{Interlocked.Increment(ref _numbers):0000000}";

    /// <summary>An enquiry, and the key to it.</summary>
    public static async Task<(Guid Id, string Key)> Asked(
        MarketApp app, Id<Group>? kim, RegionCode? village = null, EnquiryKind kind = EnquiryKind.Visit, string words = "Bolehkah kami datang?", bool mayShow = false)
    {
        var (key, refusal) = await app.Services.GetRequiredService<EnquiryDesk>().MakeAsync(
            new(Guid.NewGuid(), kind, village ?? Cast.Village, kim, null, null, "Penanya Contoh", WhatsAppNumber.Parse(Number()), "Kota Contoh", words, mayShow),
            new(), default);
        Assert.Null(refusal);
        var found = await app.Services.GetRequiredService<EnquiryBook>().OpenAsync(key!, default);
        return (found!.EnquiryId, key!);
    }
}
