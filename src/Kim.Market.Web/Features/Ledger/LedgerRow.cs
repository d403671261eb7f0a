namespace Kim.Market.Web.Features.Ledger;

/// <summary>One row behind a figure: whom or what it counts, where, since when, and the event that made it.</summary>
/// <param name="Name">The KIM, the UMKM, the goods, or the number of the order.</param>
/// <param name="Of">The UMKM behind an order or goods, the KIM behind an UMKM.</param>
/// <param name="Recorded">When it became known here.</param>
public sealed record LedgerRow(
    Guid Subject, DateTime At, DateTime Recorded, long Value, string Name, string? Of, string Village, string Place, string TimeZone, Guid Stream,
    long Version);

/// <summary>Where a page of rows ended; the next one starts behind it.</summary>
public sealed record LedgerKey(DateTime At, Guid Subject)
{
    /// <summary>Before the newest row.</summary>
    public static readonly LedgerKey Top = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    /// <summary>The top for a text that is no key: the rows then begin with the newest.</summary>
    public static LedgerKey Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(at, id) : Top;

    public static string After(LedgerRow row) => Cursor.Of(row.At, row.Subject);
}
