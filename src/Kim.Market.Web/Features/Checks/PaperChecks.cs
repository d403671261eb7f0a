using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Checks;

/// <summary>Asks of a code what paper bears it, whatever its kind.</summary>
public sealed class PaperChecks(IEnumerable<ICheckedKind> kinds)
{
    private readonly Dictionary<char, ICheckedKind> _kinds = kinds.ToDictionary(kind => kind.Letter);

    public async Task<CheckedPaper?> FindAsync(PaperCode code, CancellationToken ct) =>
        _kinds.TryGetValue(code.Kind, out var kind) ? await kind.FindAsync(code, ct) : null;
}
