using System.Globalization;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Potentials;

public class PotentialTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Now.AddDays(3);
    private static readonly Id<Potential> Id = Id<Potential>.New();
    private static readonly Id<Group> Kim = Id<Group>.New();
    private static readonly Id<Office> Office = Id<Office>.New();
    private static readonly RegionCode Village = RegionCode.Parse("64.02.01.2005");

    private static readonly Figure Output = new("Produksi kerupuk", 1.9m, "ton/bulan", 2025, "Kelompok usaha", null);

    private static readonly PotentialSheet Crackers = new(
        PotentialKind.Fishery, "Kerupuk ikan titian", "Dijemur di titian sepanjang desa.", [Output], [7, 8, 9], null, null);

    private static readonly Visit Lake = new(
        AttractionKind.Nature, "Ketinting dari dermaga 1 jam.", new Rupiah(50_000), "Toilet di balai desa", "3 homestay", "4G di balai desa", "07.00–16.00 WITA");

    private static readonly Opportunity Dryer = new(
        "Ruang pengering 200 kg per hari.", new Rupiah(180_000_000), new Rupiah(240_000_000), "Tanah kas desa 300 m²", Readiness.LandReady);

    [Fact]
    public void A_KIM_writes_down_what_a_village_has()
    {
        var written = Assert.IsType<PotentialProposed>(Assert.Single(
            Potential.Propose(Id, Kim, Village, "kerupuk-ikan", Crackers with { Title = " Kerupuk ikan ", Months = [9, 7, 7, 8] }, Now)));

        Assert.Equal((Id, Kim, Village, "kerupuk-ikan", Now), (written.Potential, written.Group, written.Village, written.Slug, written.At));
        Assert.Equal("Kerupuk ikan", written.Sheet.Title);
        Assert.Equal([7, 8, 9], written.Sheet.Months);
    }

    [Fact]
    public void Nobody_outside_reads_it_before_an_officer_has_looked()
    {
        Assert.Null(Waiting.Shown);
        Assert.True(Confirmed.Shown!.Says(Crackers));
    }

    [Fact]
    public void What_was_confirmed_stays_on_show_while_a_newer_text_waits()
    {
        var revised = After(Confirmed, Confirmed.Revise(Crackers with { Text = "Sekarang juga malam hari." }, Later));

        Assert.Equal(PotentialStatus.Waiting, revised.Status);
        Assert.True(revised.Shown!.Says(Crackers));
        Assert.Equal("Sekarang juga malam hari.", After(revised, revised.Confirm(Office, Later)).Shown!.Text);
    }

    [Fact]
    public void A_photo_is_looked_at_before_it_is_shown_and_stays_when_the_text_changes()
    {
        var photo = new Photo(new string('a', 64), " Titian pagi hari ");
        var pictured = After(Confirmed, Confirmed.Picture([photo], Later));

        Assert.Equal(PotentialStatus.Waiting, pictured.Status);
        Assert.Empty(pictured.Shown!.Pictures());
        Assert.Equal("Titian pagi hari", Assert.Single(pictured.Sheet.Pictures()).Alt);
        var retold = After(pictured, pictured.Revise(Crackers with { Text = "Sekarang juga malam hari." }, Later));
        Assert.Single(After(retold, retold.Confirm(Office, Later)).Shown!.Pictures());
        Assert.Empty(pictured.Picture(pictured.Sheet.Pictures(), Later));
    }

    [Fact]
    public void Photos_are_few_and_have_words_without_numbers()
    {
        var photo = new Photo(new string('a', 64), "Titian");
        Confirmed.Picture([photo with { Alt = " " }], Later).ThenRefused(GalleryRefusals.NeedsWords);
        Confirmed.Picture([photo with { Alt = "Telepon 0812 3456 7890" }], Later).ThenRefused(GalleryRefusals.HoldsNumber);
        Confirmed.Picture([photo, photo with { Alt = "lagi" }], Later).ThenRefused(GalleryRefusals.Twice);
        Confirmed.Picture([.. Enumerable.Range(0, Limits.PotentialPhotos + 1).Select(n => new Photo($"{n:x64}", "foto"))], Later)
            .ThenRefused(GalleryRefusals.TooMany(Limits.PotentialPhotos));
        After(Confirmed, Confirmed.Withdraw(Office, "Sudah tutup.", Later)).Picture([photo], Later).ThenRefused(PotentialRefusals.IsWithdrawn);
    }

    [Fact]
    public void What_an_officer_sends_back_waits_again_once_it_is_put_right()
    {
        var returned = After(Waiting, Waiting.Return(Office, "Sumber angkanya belum ada.", Later));

        Assert.Equal(PotentialStatus.Returned, returned.Status);
        returned.Confirm(Office, Later).ThenRefused(PotentialRefusals.NotWaiting);
        Assert.Equal(PotentialStatus.Waiting, After(returned, returned.Revise(Crackers, Later)).Status);
    }

    [Fact]
    public void What_is_taken_away_is_shown_no_more_and_comes_back_through_an_officer()
    {
        var away = After(Confirmed, Confirmed.Withdraw(null, "Kelompoknya bubar.", Later));

        Assert.Null(away.Shown);
        var back = After(away, away.Revise(Crackers, Later));
        Assert.Equal((PotentialStatus.Waiting, null), (back.Status, back.Shown));
    }

    [Fact]
    public void Asking_twice_changes_nothing()
    {
        Assert.Empty(Confirmed.Confirm(Office, Later));
        Assert.Empty(Confirmed.Revise(Crackers with { Figures = [.. Crackers.Figures], Months = [9, 8, 7] }, Later));
        var returned = After(Waiting, Waiting.Return(Office, "Kurang sumber.", Later));
        Assert.Empty(returned.Return(Office, "Kurang sumber.", Later));
        var away = After(Confirmed, Confirmed.Withdraw(Office, "Tidak benar.", Later));
        Assert.Empty(away.Withdraw(null, "Tidak benar.", Later));
    }

    [Fact]
    public void Another_figure_or_month_is_a_change()
    {
        Assert.Single(Confirmed.Revise(Crackers with { Figures = [Output with { Amount = 2 }] }, Later));
        Assert.Single(Confirmed.Revise(Crackers with { Months = [7] }, Later));
    }

    [Fact]
    public void A_reason_is_given_in_words_without_a_persons_number()
    {
        Waiting.Return(Office, " ", Later).ThenRefused(PotentialRefusals.ReasonLength);
        Confirmed.Withdraw(Office, new string('a', Limits.Note + 1), Later).ThenRefused(PotentialRefusals.ReasonLength);
        Confirmed.Withdraw(Office, "Telepon 0812 3456 7890", Later).ThenRefused(PotentialRefusals.ReasonHoldsNumber);
    }

    [Theory]
    [InlineData("64.02.01")]
    [InlineData("64.02")]
    public void Only_a_village_has_potentials_of_its_own(string region) =>
        Potential.Propose(Id, Kim, RegionCode.Parse(region), "kerupuk", Crackers, Now).ThenRefused(PotentialRefusals.NotAVillage);

    [Fact]
    public void Every_part_fits_to_the_letter_and_no_further()
    {
        Accepts(Crackers with { Title = new('a', Limits.Name), Text = new('b', Limits.About) });
        Refuses(Crackers with { Title = "  " }, PotentialRefusals.TitleLength);
        Refuses(Crackers with { Title = new('a', Limits.Name + 1) }, PotentialRefusals.TitleLength);
        Refuses(Crackers with { Text = "" }, PotentialRefusals.TextLength);
        Refuses(Crackers with { Text = new('a', Limits.About + 1) }, PotentialRefusals.TextLength);
        Accepts(Crackers with { Figures = [.. Enumerable.Repeat(Output, Limits.PotentialFigures)] });
        Refuses(Crackers with { Figures = [.. Enumerable.Repeat(Output, Limits.PotentialFigures + 1)] }, PotentialRefusals.TooManyFigures);
        Refuses(Crackers with { Months = [0] }, PotentialRefusals.Months);
        Refuses(Crackers with { Months = [13] }, PotentialRefusals.Months);
    }

    [Fact]
    public void A_number_of_a_person_stands_nowhere()
    {
        const string number = "Hubungi 0812 3456 7890";
        Refuses(Crackers with { Text = number }, PotentialRefusals.HoldsNumber);
        Refuses(Crackers with { Figures = [Output with { Source = number }] }, PotentialRefusals.HoldsNumber);
        Refuses(Crackers with { Visit = Lake with { Hours = number } }, PotentialRefusals.HoldsNumber);
        Refuses(Crackers with { Opportunity = Dryer with { Land = number } }, PotentialRefusals.HoldsNumber);
    }

    [Fact]
    public void A_figure_has_a_unit_a_year_and_a_source()
    {
        RefusesFigure(Output with { Name = "" }, PotentialRefusals.FigureName);
        RefusesFigure(Output with { Name = new('a', Figure.LongestName + 1) }, PotentialRefusals.FigureName);
        RefusesFigure(Output with { Unit = " " }, PotentialRefusals.FigureUnit);
        RefusesFigure(Output with { Source = "" }, PotentialRefusals.FigureSource);
        RefusesFigure(Output with { Year = 1989 }, PotentialRefusals.FigureYear);
        RefusesFigure(Output with { Year = 2027 }, PotentialRefusals.FigureYear);
        RefusesFigure(Output with { Amount = -1 }, PotentialRefusals.FigureAmount);
        RefusesFigure(Output with { Amount = 1.234m }, PotentialRefusals.FigureAmount);
        RefusesFigure(Output with { Amount = Figure.Highest + 1 }, PotentialRefusals.FigureAmount);
        RefusesFigure(Output with { ValidUntil = new(2024, 12, 31) }, PotentialRefusals.FigureEnd);
    }

    [Theory]
    [InlineData(2024, null, "2026-03-01", false)]
    [InlineData(2023, null, "2026-03-01", true)]
    [InlineData(2020, "2026-03-01", "2026-03-01", false)]
    [InlineData(2025, "2026-02-28", "2026-03-01", true)]
    public void A_figure_grows_old(int year, string? until, string today, bool isStale)
    {
        var figure = Output with { Year = year, ValidUntil = until is null ? null : Day(until) };

        Assert.Equal(isStale, figure.IsStale(Day(today)));

        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_journey_needs_a_way_there()
    {
        Accepts(Crackers with { Visit = Lake with { Ticket = Rupiah.Zero } });
        Refuses(Crackers with { Visit = Lake with { Route = " " } }, PotentialRefusals.NoRoute);
        Refuses(Crackers with { Visit = Lake with { Lodging = new('a', Limits.Place + 1) } }, PotentialRefusals.VisitLength);
        Refuses(Crackers with { Visit = Lake with { Ticket = new Rupiah(-1) } }, PotentialRefusals.TicketPrice);
    }

    [Fact]
    public void Who_looks_for_a_partner_says_what_for_and_from_how_much_to_how_much()
    {
        Accepts(Crackers with { Opportunity = Dryer with { From = null, To = null, Land = "" } });
        Refuses(Crackers with { Opportunity = Dryer with { Need = "" } }, PotentialRefusals.NeedLength);
        Refuses(Crackers with { Opportunity = Dryer with { To = new Rupiah(1) } }, PotentialRefusals.Value);
        Refuses(Crackers with { Opportunity = Dryer with { From = Rupiah.Zero } }, PotentialRefusals.Value);
        Refuses(Crackers with { Opportunity = Dryer with { Land = new('a', Limits.Place + 1) } }, PotentialRefusals.LandLength);
    }

    private static Potential Waiting => After(null, Potential.Propose(Id, Kim, Village, "kerupuk-ikan", Crackers, Now));

    private static Potential Confirmed => After(Waiting, Waiting.Confirm(Office, Now));

    private static Potential After(Potential? known, Decision<PotentialEvent> decided)
    {
        Assert.Null(decided.Refusal);
        return decided.Aggregate(known, Potential.Evolve)!;
    }

    private static void Accepts(PotentialSheet sheet) => Assert.Null(Potential.Propose(Id, Kim, Village, "kerupuk", sheet, Now).Refusal);

    private static void Refuses(PotentialSheet sheet, Refusal refusal)
    {
        Potential.Propose(Id, Kim, Village, "kerupuk", sheet, Now).ThenRefused(refusal);
        Confirmed.Revise(sheet, Later).ThenRefused(refusal);
    }

    private static void RefusesFigure(Figure figure, Refusal refusal) => Refuses(Crackers with { Figures = [figure] }, refusal);
}
