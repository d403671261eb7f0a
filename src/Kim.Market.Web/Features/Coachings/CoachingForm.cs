using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Coachings;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>A coaching as an officer writes it down.</summary>
public sealed class CoachingForm
{
    private const int LongestTopics = (Limits.Name + 2) * Limits.CoachingTopics;

    /// <summary>Drawn when the page was opened, so that pressing twice plans one.</summary>
    public Guid Command { get; set; }

    [Display(Name = "Judul")]
    [StringLength(Limits.Name)]
    public string? Title { get; init; }

    [Display(Name = "Bentuk")]
    public CoachingKind Kind { get; init; }

    [Display(Name = "Yang dibina")]
    public CoachingStrand Strand { get; init; }

    [Display(Name = "Pokok bahasan")]
    [StringLength(LongestTopics)]
    public string? Topics { get; init; }

    [Display(Name = "Mulai tanggal")]
    public DateOnly? From { get; init; }

    [Display(Name = "Sampai tanggal")]
    public DateOnly? Until { get; init; }

    [Display(Name = "Mulai pukul")]
    [StringLength(5)]
    public string? Begins { get; init; }

    [Display(Name = "Selesai pukul")]
    [StringLength(5)]
    public string? Ends { get; init; }

    [Display(Name = "Tempatnya")]
    [StringLength(Limits.Place)]
    public string? Spot { get; init; }

    [Display(Name = "Desa, kelurahan, atau kecamatannya")]
    [StringLength(80)]
    public string? Where { get; init; }

    [StringLength(13)]
    public string? Place { get; init; }

    [Display(Name = "Muat berapa orang")]
    public int? Capacity { get; init; }

    [Display(Name = "Narasumber atau tuan rumah")]
    [StringLength(Limits.Name)]
    public string? Host { get; init; }

    public bool IsOpen { get; init; }

    [Display(Name = "Alasan pindah")]
    [StringLength(Limits.Remark)]
    public string? Reason { get; init; }

    /// <summary>What was planned, to be changed.</summary>
    public static CoachingForm Of(CoachingPlan plan) => new()
    {
        Command = Guid.CreateVersion7(),
        Title = plan.Title,
        Kind = plan.Kind,
        Strand = plan.Strand,
        Topics = string.Join('\n', plan.Topics),
        From = plan.From,
        Until = plan.Until,
        Begins = TimeInput.Of(plan.Begins),
        Ends = TimeInput.Of(plan.Ends),
        Spot = plan.Place,
        Capacity = plan.Capacity,
        Host = plan.Host,
        IsOpen = plan.IsOpen,
    };

    /// <summary>What it says, for the place that was found; what could not be read becomes what the domain refuses.</summary>
    public CoachingPlan Plan(RegionCode village) => new(
        Title ?? "", Kind, Strand, (Topics ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), From ?? default,
        Until ?? From ?? default, TimeInput.TryParse(Begins, out var begins) ? begins : TimeOnly.MaxValue, TimeInput.TryParse(Ends, out var ends) ? ends : TimeOnly.MinValue,
        Spot ?? "", village, Capacity, Host ?? "", IsOpen);

    /// <summary>Beside which field a refusal is shown; none for what concerns all of it.</summary>
    public static string FieldOf(Refusal problem) =>
        problem == CoachingRefusals.TitleLength ? "Input.Title"
        : problem == CoachingRefusals.TopicLines ? "Input.Topics"
        : problem == CoachingRefusals.Days ? "Input.Until"
        : problem == CoachingRefusals.TooLongAgo ? "Input.From"
        : problem == CoachingRefusals.Hours ? "Input.Ends"
        : problem == CoachingRefusals.PlaceLength ? "Input.Spot"
        : problem == CoachingRefusals.VillageTooWide || problem == CoachingRefusals.OutsideRegion ? "Input.Where"
        : problem == CoachingRefusals.Capacity ? "Input.Capacity"
        : problem == CoachingRefusals.HostLength ? "Input.Host"
        : problem == CoachingRefusals.ReasonLength ? "Input.Reason"
        : "";
}
