using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Kim.Market.Domain;
using Kim.Market.Domain.Contests;

namespace Kim.Market.Web.Features.Contests;

/// <summary>A contest as an officer writes it down.</summary>
public sealed partial class ContestForm
{
    private const int LongestCriteria = (Limits.Option + 10) * (ContestTerms.MostCriteria + 1);

    /// <summary>Drawn when the page was opened, so that pressing twice announces one.</summary>
    public Guid Command { get; set; }

    [Display(Name = "Judul")]
    [StringLength(Limits.Name)]
    public string? Title { get; init; }

    [Display(Name = "Tentang apa")]
    [StringLength(Limits.Note)]
    public string? About { get; init; }

    [Display(Name = "Dinilai dari")]
    [StringLength(LongestCriteria)]
    public string? Criteria { get; init; }

    [Display(Name = "Karya diterima mulai")]
    public DateOnly? OpensOn { get; init; }

    [Display(Name = "Sampai tanggal")]
    public DateOnly? ClosesOn { get; init; }

    [Display(Name = "Berapa juara")]
    public int? Winners { get; init; }

    public static ContestForm Of(ContestTerms terms) => new()
    {
        Command = Guid.CreateVersion7(),
        Title = terms.Title,
        About = terms.About,
        Criteria = string.Join('\n', terms.Criteria.Select(criterion => string.Create(CultureInfo.InvariantCulture, $"{criterion.Name} {criterion.Weight}"))),
        OpensOn = terms.OpensOn,
        ClosesOn = terms.ClosesOn,
        Winners = terms.Winners,
    };

    /// <summary>What it says; what could not be read becomes what the domain refuses.</summary>
    public ContestTerms Terms() => new(
        Title ?? "", About ?? "", [.. (Criteria ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read)], OpensOn ?? default,
        ClosesOn ?? default, Winners ?? 0);

    /// <summary>Beside which field a refusal is shown; none for what concerns all of it.</summary>
    public static string FieldOf(Refusal problem) =>
        problem == ContestRefusals.TitleLength ? "Input.Title"
        : problem == ContestRefusals.AboutLength ? "Input.About"
        : problem == ContestRefusals.CriteriaCount || problem == ContestRefusals.CriterionLine || problem == ContestRefusals.Weights ? "Input.Criteria"
        : problem == ContestRefusals.Days || problem == ContestRefusals.Over ? "Input.ClosesOn"
        : problem == ContestRefusals.WinnerCount ? "Input.Winners"
        : "";

    // "Isi cerita: 60 %" is 60 for "Isi cerita"
    private static ContestCriterion Read(string line) => Weighted().Match(line) is { Success: true } match
        ? new(match.Groups["name"].Value, int.Parse(match.Groups["weight"].ValueSpan, CultureInfo.InvariantCulture))
        : new(line, 0);

    [GeneratedRegex(@"^(?<name>.*?)[\s:=,–-]+(?<weight>[0-9]{1,3})\s*%?$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Weighted();
}
