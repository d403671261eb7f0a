using Kim.Market.Domain;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Features.Checks;

/// <summary>A kind of paper that bears a code: whoever adds one registers it, and <c>/periksa</c> answers for it too.</summary>
public interface ICheckedKind
{
    /// <summary>The first letter of its codes.</summary>
    char Letter { get; }

    /// <summary>Null when no paper of this kind bears the code.</summary>
    Task<CheckedPaper?> FindAsync(PaperCode code, CancellationToken ct);
}

/// <summary>A paper as everybody may hold it against the one in their hands.</summary>
/// <param name="Issued">When, in the words of its own place.</param>
/// <param name="Fingerprint">As it stands at the foot of every page.</param>
/// <param name="Changes">What is no longer as it says; none while it holds.</param>
/// <param name="Said">What it really says, however the one in hand may read.</param>
/// <param name="Newer">Where its successor is to be had.</param>
public sealed record CheckedPaper(
    string Title, string Lead, string Issued, string Fingerprint, IReadOnlyList<CheckedChange> Changes, IReadOnlyList<PaperBlock> Said, Crumb Newer)
{
    /// <summary>How many of its figures were good when it was issued and are too old by now.</summary>
    public int Aged { get; init; }

    public bool Holds => Changes.Count == 0;
}

/// <summary>Something that is no longer as the paper says; null where it said or says nothing of it.</summary>
public sealed record CheckedChange(string Name, string? Then, string? Now);
