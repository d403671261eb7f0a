using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Web.Features.Register;

/// <summary>What an officer fills in about a KIM; sent as a whole, so that what was taken out is gone.</summary>
public sealed class ProfileForm
{
    [Display(Name = "Tanggal berdiri")]
    public DateOnly? FoundedOn { get; init; }

    [Display(Name = "Atau tahunnya saja")]
    public int? FoundedIn { get; init; }

    [Display(Name = "Masa bakti mulai")]
    public DateOnly? TermFrom { get; init; }

    [Display(Name = "Masa bakti sampai")]
    public DateOnly? TermUntil { get; init; }

    [Display(Name = "Anggota perempuan")]
    public int? Women { get; init; }

    [Display(Name = "Anggota laki-laki")]
    public int? Men { get; init; }

    [Display(Name = "Wilayah kerja lain")]
    [StringLength(1_000)]
    public string? Area { get; init; }

    public GroupSection[] Sections { get; init; } = [];

    public bool? HasStatutes { get; init; }

    public static ProfileForm Of(RegisterEntry group) => new()
    {
        FoundedOn = group.FoundedOn,
        FoundedIn = group.FoundedOn is null ? group.FoundedIn : null,
        TermFrom = group.TermFrom,
        TermUntil = group.TermUntil,
        Women = group.Women,
        Men = group.Men,
        Area = group.Area,
        Sections = [.. group.Parts],
        HasStatutes = group.HasStatutes,
    };

    /// <summary>The profile; or the word in it that is no code of a region.</summary>
    public (GroupProfile? Profile, string? Wrong) Read()
    {
        var area = new List<RegionCode>();
        foreach (var typed in (Area ?? "").Split([',', ';', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!RegionCode.TryParse(typed, null, out var code))
            {
                return (null, typed);
            }

            area.Add(code);
        }

        return (new([.. area.Distinct()], FoundedOn, TermFrom, TermUntil, Women ?? 0, Men ?? 0, [.. Sections.Distinct().Order()], HasStatutes), null);
    }
}
