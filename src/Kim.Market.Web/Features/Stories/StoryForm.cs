using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stories;

namespace Kim.Market.Web.Features.Stories;

/// <summary>What a writer fills in. Only the title and one of the parts have to be there.</summary>
public class StoryForm
{
    [Display(Name = "Judul")]
    [Required(ErrorMessage = "Tulis judulnya, contoh: Amplang dari tepi Mahakam.")]
    [StringLength(Limits.Name)]
    public string Title { get; init; } = "";

    [Display(Name = "Siapa yang membuat")]
    [StringLength(Limits.StoryBlock)]
    public string? People { get; init; }

    [Display(Name = "Di mana")]
    [StringLength(Limits.StoryBlock)]
    public string? Place { get; init; }

    [Display(Name = "Cara membuatnya")]
    [StringLength(Limits.StoryBlock)]
    public string? Process { get; init; }

    [Display(Name = "Buktinya")]
    [StringLength(Limits.StoryBlock)]
    public string? Proof { get; init; }

    [Display(Name = "Dinikmati bagaimana, oleh siapa")]
    [StringLength(Limits.StoryBlock)]
    public string? Use { get; init; }

    [Display(Name = "Harapannya")]
    [StringLength(Limits.StoryBlock)]
    public string? Hope { get; init; }

    /// <summary>Those that were ticked.</summary>
    public Guid[] Products { get; init; } = [];

    /// <summary>Codes of the villages that were ticked.</summary>
    public string[] Villages { get; init; } = [];

    public Guid[] Potentials { get; init; } = [];

    /// <summary>Of what was ticked only what could be chosen: an id from elsewhere says nothing.</summary>
    public StoryDraft Draft(IEnumerable<Guid> stalls, IEnumerable<StorySubject> choices, TieChoices ties) => new(
        Title, StoryBlock.Of(People, Place, Process, Proof, Use, Hope), [.. stalls.Select(stall => new Id<Business>(stall))],
        [.. choices.Where(choice => Products.Contains(choice.Id)).Select(choice => new Id<Product>(choice.Id))],
        new(
            [.. ties.Villages.Where(village => Villages.Contains(village.Code)).Select(village => RegionCode.Parse(village.Code))],
            [.. ties.Potentials.Where(potential => Potentials.Contains(potential.Id)).Select(potential => new Id<Potential>(potential.Id))]));
}
