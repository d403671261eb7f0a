namespace Kim.Market.Domain.Groups;

public static class GroupRefusals
{
    public static readonly Refusal NameLength = new("group.name_length", Limits.Name);
    public static readonly Refusal BadSlug = new("group.bad_slug");
    public static readonly Refusal SeatTooWide = new("group.seat_too_wide");
    public static readonly Refusal AboutLength = new("group.about_length", Limits.About);
    public static readonly Refusal NotVerified = new("group.not_verified");
    public static readonly Refusal LastChair = new("group.last_chair");
    public static readonly Refusal NotChair = new("group.not_chair");
    public static readonly Refusal NotOnBoard = new("group.not_on_board");
    public static readonly Refusal KnownHere = new("group.known_here");
    public static readonly Refusal VerifiedAlready = new("group.verified_already");
    public static readonly Refusal NotInRegister = new("group.not_in_register");
    public static readonly Refusal InUse = new("group.in_use");
    public static readonly Refusal IsDissolved = new("group.is_dissolved");
    public static readonly Refusal NoteLength = new("group.note_length", Limits.Note);
    public static readonly Refusal NoteHoldsNumber = new("group.note_holds_number");
    public static readonly Refusal NationalIdLength = new("group.national_id_length", Limits.Name);
    public static readonly Refusal AreaOutside = new("group.area_outside");
    public static readonly Refusal TooManyVillages = new("group.too_many_villages", Limits.GroupVillages);
    public static readonly Refusal MemberCount = new("group.member_count", Limits.GroupMembers);
    /// <summary>What the rules of the KIM's own office ask for.</summary>
    public static Refusal TooFewMembers(int minimum) => new("group.too_few_members", minimum);

    public static readonly Refusal TermTurned = new("group.term_turned");
    public static readonly Refusal TooManySeats = new("group.too_many_seats", Limits.BoardSeats);
    public static readonly Refusal FoundedLater = new("group.founded_later");
    public static readonly Refusal FoundedEarlier = new("group.founded_earlier");
    public static readonly Refusal NotActive = new("group.not_active");
}
