using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Erasures;

/// <summary>/operator/data-pribadi: the register of wishes to be forgotten, with the hour each must be done by (UU 27/2022).</summary>
[For(Desk.Operator, What = "Melihat daftar permintaan hapus data pribadi dan tenggatnya"), PrivatePage]
public sealed class RegisterModel(Wishes wishes, TimeProvider clock) : MarketPage
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public IReadOnlyList<Wish> All { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct)
    {
        (DateTime, Guid)? after = Cursor.TryRead(After, out DateTime at, out var id) ? (at, id) : null;
        var page = Slice<Wish>.Of(await wishes.PageAsync(Me, after, ct), Wishes.PageSize);
        All = page.Rows;
        Paging = new(null, page.Next(wish => Cursor.Of(wish.RequestedAt, wish.ErasureId)) is { } next ? $"~/operator/data-pribadi?sesudah={next}" : null);
    }
}
