namespace Kim.Market.Domain.Potentials;

/// <summary>
/// What a village has: the thirteen chapters that the village profile (Permendagri 12/2007) comes down to for a stranger who
/// buys, visits or invests. The numbers are stored.
/// </summary>
public enum PotentialKind
{
    Agriculture,
    Plantation,
    Forestry,
    Livestock,
    Fishery,
    Mining,
    Water,
    Tourism,
    Culture,
    Craft,
    People,
    Institution,
    Infrastructure,
}
