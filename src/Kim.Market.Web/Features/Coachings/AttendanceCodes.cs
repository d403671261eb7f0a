using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain.Coachings;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>
/// Six digits on the officer's screen, another six on each day: who types them was there to see them. They follow from a secret of the
/// installation, so they are kept nowhere.
/// </summary>
public sealed class AttendanceCodes(CoachingBook book, Secrets secrets, TimeProvider clock)
{
    private const int Digits = 6;

    /// <summary>What stands on the screen today; null on any other day than its own.</summary>
    public async ValueTask<string?> TodayAsync(KnownCoaching known, CancellationToken ct)
    {
        var today = DateFormat.DayIn(clock.GetUtcNow(), known.Zone);
        return known.State != CoachingStatus.Cancelled && today >= known.Terms.From && today <= known.Terms.Until ? await ForAsync(known.CoachingId, today, ct) : null;
    }

    /// <summary>What takes place today and shows these digits: one as a rule, none where they are wrong.</summary>
    public async Task<IReadOnlyList<KnownCoaching>> FindAsync(string? typed, CancellationToken ct)
    {
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        if (digits.Length != Digits)
        {
            return [];
        }

        List<KnownCoaching> meant = [];
        foreach (var known in await book.AroundAsync(DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita), ct))
        {
            if (await TodayAsync(known, ct) is { } code && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code), Encoding.ASCII.GetBytes(digits)))
            {
                meant.Add(known);
            }
        }

        return meant;
    }

    private async ValueTask<string> ForAsync(Guid coaching, DateOnly day, CancellationToken ct)
    {
        var drawn = HMACSHA256.HashData(
            await secrets.OfAsync("coaching-code", ct), Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{coaching:N} {day:yyyyMMdd}")));
        return (BinaryPrimitives.ReadUInt32BigEndian(drawn) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
