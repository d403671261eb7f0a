namespace Kim.Market.Domain.MarketDays;

/// <summary>
/// Where and when a KIM hands out what was ordered at several of its stalls: every week on these days, at this place, for whoever
/// ordered before the cut-off.
/// </summary>
/// <param name="CutOffDays">How many days before the market day orders end; 0 is the same day.</param>
/// <param name="CutOff">At what time of that day: one second before is early enough, that very second is too late.</param>
/// <param name="Shared">What bringing everything there costs one buyer, however many sellers; zero where it costs nothing.</param>
/// <param name="Note">What else a buyer should know; may be empty.</param>
public sealed record MarketPlan(
    string Place, RegionCode Village, DayOfWeek[] Days, TimeOnly Opens, TimeOnly Closes, int CutOffDays, TimeOnly CutOff,
    Rupiah Shared, string Note, DateOnly From, DateOnly? Until)
{
    /// <summary>Nobody's boat up the river costs one buyer more than that.</summary>
    public static readonly Rupiah MostShared = new(1_000_000);

    public const int MostCutOffDays = 6;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Problem() =>
        Place.Trim().Length is 0 or > Limits.Place ? MarketDayRefusals.PlaceLength
        : PublicText.HoldsNumber(Place) ? MarketDayRefusals.PlaceHoldsNumber
        : Village.Value.Length < 13 ? MarketDayRefusals.VillageTooWide
        : Days.Length == 0 || Days.Any(day => !Enum.IsDefined(day)) ? MarketDayRefusals.NoDay
        : Closes <= Opens ? MarketDayRefusals.Hours
        : CutOffDays is < 0 or > MostCutOffDays ? MarketDayRefusals.CutOffDays
        : CutOffDays == 0 && CutOff > Opens ? MarketDayRefusals.CutOffTooLate
        : Shared < Rupiah.Zero || Shared > MostShared ? MarketDayRefusals.BadShared
        : Note.Length > Limits.Remark ? MarketDayRefusals.NoteLength
        : PublicText.HoldsNumber(Note) ? MarketDayRefusals.NoteHoldsNumber
        : Until < From ? MarketDayRefusals.EndsBeforeBegin
        : null;

    /// <summary>As it is stored: each day once, Monday first, nothing around the words.</summary>
    public MarketPlan Tidy() => this with
    {
        Place = Place.Trim(),
        Note = Note.Trim(),
        Days = [.. Days.Distinct().OrderBy(day => ((int)day + 6) % 7)],
    };

    /// <summary>Whether it takes place that day, if nothing comes in between.</summary>
    public bool Falls(DateOnly date) => date >= From && (Until is null || date <= Until) && Days.Contains(date.DayOfWeek);

    /// <summary>The moment from which nothing is taken for that day any more.</summary>
    /// <param name="offset">Of the clock at the place.</param>
    public DateTimeOffset OrderBy(DateOnly date, TimeSpan offset) => At(date.AddDays(-CutOffDays), CutOff, offset);

    public DateTimeOffset OpensAt(DateOnly date, TimeSpan offset) => At(date, Opens, offset);

    public DateTimeOffset ClosesAt(DateOnly date, TimeSpan offset) => At(date, Closes, offset);

    public bool IsSame(MarketPlan other) => this with { Days = other.Days } == other && Days.SequenceEqual(other.Days);

    private static DateTimeOffset At(DateOnly date, TimeOnly time, TimeSpan offset) => new(date.ToDateTime(time), offset);
}
