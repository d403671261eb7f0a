namespace Kim.Market.Domain.Groups;

/// <summary>The sections a board may have; the first three are those the register of the regions asks for.</summary>
public enum GroupSection { Collecting, Processing, Disseminating, Business, Partnership, Documentation }

/// <summary>What the register holds of a KIM: where it works, since when, how its board is made up. Nobody's name.</summary>
/// <param name="Area">The villages it works in beside its seat; a kecamatan stands for all of its villages.</param>
/// <param name="TermUntil">The last day of the board's term of office (masa bakti); null where none was set.</param>
/// <param name="HasStatutes">Whether it has AD/ART; null while nobody has said.</param>
public sealed record GroupProfile(
    RegionCode[] Area, DateOnly? FoundedOn, DateOnly? TermFrom, DateOnly? TermUntil, int Women, int Men,
    GroupSection[] Sections, bool? HasStatutes)
{
    public bool Equals(GroupProfile? other) =>
        other is not null && Area.AsSpan().SequenceEqual(other.Area) && Sections.AsSpan().SequenceEqual(other.Sections)
        && (FoundedOn, TermFrom, TermUntil, Women, Men, HasStatutes)
            == (other.FoundedOn, other.TermFrom, other.TermUntil, other.Women, other.Men, other.HasStatutes);

    public override int GetHashCode() => HashCode.Combine(FoundedOn, TermFrom, TermUntil, Women, Men, Area.Length, Sections.Length);

    internal Refusal? Refusal(DateTimeOffset now) =>
        Area.Length > Limits.GroupVillages ? GroupRefusals.TooManyVillages
        : Area.Any(place => place.Value.Length < 8) ? GroupRefusals.AreaOutside
        : Women < 0 || Men < 0 || Women + Men > Limits.GroupMembers ? GroupRefusals.MemberCount
        : TermUntil < TermFrom ? GroupRefusals.TermTurned
        : FoundedOn > DateOnly.FromDateTime(now.UtcDateTime.AddDays(1)) ? GroupRefusals.FoundedLater
        : null;
}
