using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Readings;

/// <summary>/operator/pembacaan: who opened personal data, for those who run the installation.</summary>
[For(Desk.Operator, What = "Melihat siapa membuka data pribadi"), PrivatePage]
public sealed class OperatorModel(ReadingBook book) : ReadingsPage
{
    public override string Address => "~/operator/pembacaan";

    public override RoomBar Bar => RoomBar.Operator(T, "/operator");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => Show(await book.OfAllAsync(Me, Reader, ReadingKey.Parse(After), ct));
}
