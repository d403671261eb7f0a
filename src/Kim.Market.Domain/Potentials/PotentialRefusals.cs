namespace Kim.Market.Domain.Potentials;

public static class PotentialRefusals
{
    public static readonly Refusal TitleLength = new("potential.title_length", Limits.Name);
    public static readonly Refusal TextLength = new("potential.text_length", Limits.About);
    public static readonly Refusal TooManyFigures = new("potential.too_many_figures", Limits.PotentialFigures);
    public static readonly Refusal FigureName = new("potential.figure_name", Figure.LongestName);
    public static readonly Refusal FigureAmount = new("potential.figure_amount");
    public static readonly Refusal FigureUnit = new("potential.figure_unit", Limits.Unit);
    public static readonly Refusal FigureYear = new("potential.figure_year");
    public static readonly Refusal FigureSource = new("potential.figure_source", Limits.Name);
    public static readonly Refusal FigureEnd = new("potential.figure_end");
    public static readonly Refusal Months = new("potential.months");
    public static readonly Refusal NoRoute = new("potential.no_route");
    public static readonly Refusal VisitLength = new("potential.visit_length", Limits.Place);
    public static readonly Refusal TicketPrice = new("potential.ticket_price");
    public static readonly Refusal Spot = new("potential.spot");
    public static readonly Refusal NeedLength = new("potential.need_length", Limits.Note);
    public static readonly Refusal LandLength = new("potential.land_length", Limits.Place);
    public static readonly Refusal Value = new("potential.value");
    public static readonly Refusal HoldsNumber = new("potential.holds_number");
    public static readonly Refusal NotAVillage = new("potential.not_a_village");
    public static readonly Refusal BadSlug = new("potential.bad_slug");
    public static readonly Refusal NotWaiting = new("potential.not_waiting");
    public static readonly Refusal IsWithdrawn = new("potential.is_withdrawn");
    public static readonly Refusal ReasonLength = new("potential.reason_length", Limits.Note);
    public static readonly Refusal ReasonHoldsNumber = new("potential.reason_holds_number");
}
