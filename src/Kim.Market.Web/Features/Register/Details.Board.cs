using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Register;

/// <summary>The board as its decree has it.</summary>
public sealed partial class DetailsModel
{
    [BindProperty]
    public SeatForm Person { get; set; } = new();

    public IReadOnlyList<Seated> Seats { get; private set; } = [];

    public sealed class SeatForm
    {
        [Display(Name = "Nama")]
        [StringLength(Limits.BuyerName)]
        public string? Name { get; init; }

        public BoardPost Post { get; init; } = BoardPost.Chair;

        [Display(Name = "Masa bakti mulai")]
        public DateOnly? From { get; init; }

        [Display(Name = "Masa bakti sampai")]
        public DateOnly? Until { get; init; }

        public Guid Seat { get; init; }
    }

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat susunan pengurus KIM menurut SK")]
    public Task<IActionResult> OnPostSeatAsync(string slug, CancellationToken ct) => DoAsync(
        slug, () => Enum.IsDefined(Person.Post) && Person.Seat != Guid.Empty
            ? board.SeatAsync(new(Group.GroupId), Person.Seat, Person.Name ?? "", Person.Post, Person.From, Person.Until, Me, ct)
            : Task.FromResult<Refusal?>(null),
        T["Pengurus dicatat. Namanya hanya dilihat dinas dan orang KIM ini."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat susunan pengurus KIM menurut SK")]
    public Task<IActionResult> OnPostUnseatAsync(string slug, CancellationToken ct) =>
        DoAsync(slug, () => board.LeaveAsync(new(Group.GroupId), Person.Seat, Me, ct), T["Dicatat berhenti. Namanya tidak disimpan lagi."], ct);
}
