using System.Text.Json.Serialization;
using Kim.Market.Domain.Businesses;

namespace Kim.Market.Web.Features.Conduct;

/// <summary>What was said about a stall that went out of sight. The numbers are stored.</summary>
public enum ConductWord { Suspended = 0, Appealed = 1, Rejected = 2, Lifted = 3 }

/// <summary>One thing that was said.</summary>
/// <param name="By">Null for the owner of the stall.</param>
public sealed record ConductLine(ConductWord What, Suspender? By, string Text, DateTimeOffset At);

/// <summary>One time a stall was taken out of sight, as its row keeps it: from the reason to the end, a few lines.</summary>
/// <param name="Before">As it was, and will be again.</param>
/// <param name="WaitsSince">When its owner objected, while that waits for an answer.</param>
public sealed record StallSuspension(StallSuspensionReason Reason, Suspender By, BusinessStatus Before, DateTimeOffset? WaitsSince, ConductLine[] Lines)
{
    [JsonIgnore]
    public int Appeals => Lines.Count(line => line.What == ConductWord.Appealed);

    public static StallSuspension Of(BusinessSuspended e, BusinessStatus before) =>
        new(e.Reason, e.By, before, null, [new(ConductWord.Suspended, e.By, e.Note, e.At)]);

    public StallSuspension And(BusinessAppealed e) => this with { WaitsSince = e.At, Lines = [.. Lines, new(ConductWord.Appealed, null, e.Text, e.At)] };

    public StallSuspension And(BusinessAppealRejected e) =>
        this with { WaitsSince = null, Lines = [.. Lines, new(ConductWord.Rejected, Suspender.Office, e.Note, e.At)] };

    public StallSuspension And(BusinessSuspensionLifted e) => this with { WaitsSince = null, Lines = [.. Lines, new(ConductWord.Lifted, e.By, e.Note, e.At)] };
}

/// <summary>How it is kept in its column.</summary>
[JsonSerializable(typeof(StallSuspension))]
internal sealed partial class SuspensionJson : JsonSerializerContext;
