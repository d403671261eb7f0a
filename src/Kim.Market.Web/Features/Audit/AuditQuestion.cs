namespace Kim.Market.Web.Features.Audit;

/// <summary>What somebody looks for in the trail; what is null does not narrow it.</summary>
/// <param name="Text">A name, an order's number, or the telephone number or e-mail of an account.</param>
/// <param name="IsHelp">Only what helpers did on behalf of somebody else.</param>
/// <param name="From">The first moment that counts.</param>
/// <param name="Before">The first that no longer does.</param>
public sealed record AuditQuestion(
    string? Text, Guid? Actor, AuditKind? Kind, bool IsHelp, DateTimeOffset? From, DateTimeOffset? Before);

/// <summary>Where a page of the trail ended.</summary>
public readonly record struct AuditKey(DateTime At, long Sequence)
{
    public static readonly AuditKey Newest = new(new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), long.MaxValue);

    /// <summary>The newest for a text that no page ever gave out.</summary>
    public static AuditKey Parse(string? text) =>
        text?.Split('.') is [{ Length: <= 19 } moment, { Length: <= 19 } place]
        && long.TryParse(moment, out var ticks) && ticks >= DateTime.UnixEpoch.Ticks && ticks <= Newest.At.Ticks
        && long.TryParse(place, out var sequence)
            ? new(new(ticks, DateTimeKind.Utc), sequence)
            : Newest;

    public override string ToString() => $"{At.Ticks}.{Sequence}";
}
