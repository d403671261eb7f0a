using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Complaints;

/// <summary>What the three desks share at which complaints are read and spoken to: the stall's, the KIM's, the office's.</summary>
public abstract class ComplaintsModel(ComplaintBook book, ComplaintDesk desk) : MarketPage
{
    /// <summary>"selesai" for those that are over; anything else for those that run.</summary>
    [FromQuery(Name = "keadaan")]
    public string? Asked { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public bool IsOver => Asked == "selesai";

    public IReadOnlyList<ComplaintCase> Cases { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>The order that has just been spoken to in vain.</summary>
    public Guid? Refused { get; private set; }

    public abstract string Path { get; }

    /// <summary>What the choice of a remedy is headed by.</summary>
    public abstract string Asks { get; }

    public abstract string Button { get; }

    public virtual bool TakesPhotos => false;

    protected abstract string At { get; }

    public sealed class Form
    {
        public Guid Order { get; init; }

        public long Version { get; init; }

        public Guid Command { get; init; }

        public ComplaintRemedy Remedy { get; init; }

        [Display(Name = "Penjelasan")]
        [StringLength(Limits.Note)]
        public string? Words { get; init; }

        public IFormFileCollection? Photos { get; init; }
    }

    /// <summary>Whether this desk has something to say about it now.</summary>
    public abstract bool MaySpeak(ComplaintRow row);

    protected abstract Decision<OrderEvent> Decide(Order order, ComplaintPhoto[] photos, DateTimeOffset now);

    protected async Task<IActionResult> SayAsync(string done, CancellationToken ct)
    {
        if (await book.FindAsync(Me, At, Input.Order, ct) is not { } row)
        {
            return NotFound();
        }

        ActFor(row.BusinessId);
        IReadOnlyList<IFormFile> photos = TakesPhotos ? [.. Input.Photos ?? (IEnumerable<IFormFile>)[]] : [];
        if (ModelState.IsValid && await AgreedAsync(desk.SayAsync(
            row.OrderId, row.BuyerId, Input.Version, new(Input.Command, Input.Words, photos), Decide, Me.By(Input.Command), ct)))
        {
            Flash = done;
            return LocalRedirect(Url.Content(Path));
        }

        Refused = row.OrderId;
        return await LookAsync(ct);
    }

    protected async Task<IActionResult> LookAsync(CancellationToken ct)
    {
        var page = await book.PageAsync(Me, At, IsOver, After, ct);
        Cases = await book.OpenAsync(page.Rows, "~/keluhan/foto", ct);
        Next = page.Next(row => $"{Path}?{(IsOver ? "keadaan=selesai&" : "")}sesudah={Cursor.Of(row.ComplaintAt, row.OrderId)}");
        return Page();
    }
}
