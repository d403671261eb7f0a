namespace Kim.Market.Domain.Directory;

public static class DirectoryRefusals
{
    public static readonly Refusal NameLength = new("directory.name_length", Limits.Name);
    public static readonly Refusal HoldsNumber = new("directory.holds_number");
    public static readonly Refusal NotAVillage = new("directory.not_a_village");
    public static readonly Refusal CategoryLength = new("directory.category_length", DirectoryEntry.LongestCategory);
    public static readonly Refusal ClaimedAlready = new("directory.claimed_already");
    public static readonly Refusal Gone = new("directory.gone");
}
