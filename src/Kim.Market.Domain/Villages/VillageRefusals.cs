namespace Kim.Market.Domain.Villages;

public static class VillageRefusals
{
    public static readonly Refusal NotAVillage = new("village.not_a_village");
    public static readonly Refusal OnlyDesa = new("village.only_desa");
    public static readonly Refusal Status = new("village.status");
    public static readonly Refusal Class = new("village.class");
    public static readonly Refusal Score = new("village.score");
    public static readonly Refusal ScoreDisagrees = new("village.score_disagrees");
    public static readonly Refusal SourceLength = new("village.source_length", Limits.Name);
    public static readonly Refusal SourceHoldsNumber = new("village.source_holds_number");

    public static Refusal Year(int first) => new("village.year", first);
}
