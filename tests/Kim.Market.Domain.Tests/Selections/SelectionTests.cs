using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Selections;

namespace Kim.Market.Domain.Tests.Selections;

public class SelectionTests
{
    private const string Because = "Dibuat sendiri di desa dan tahan dibawa sebulan.";

    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly RegionCode Region = RegionCode.Parse("64.02");
    private static readonly RegionCode Village = RegionCode.Parse("64.02.15.1004");
    private static readonly Id<Business> Shop = Id<Business>.New();
    private static readonly Id<Product> Amplang = Id<Product>.New();
    private static readonly SelectionTerms Terms = new("Oleh-oleh", Because, Today, Today.AddDays(29));
    private static readonly SelectionDrafted Drafted = new(Id<Selection>.New(), Id<Office>.New(), Region, Terms, Now);
    private static readonly SelectionPicked Picked = new(Amplang, Shop, "Paling sering dipesan", Now);
    private static readonly SelectionOpened Opened = new([Amplang], Now);

    [Fact]
    public void An_office_says_by_what_it_chooses_and_until_when()
    {
        Draft(Terms with { Title = " Oleh-oleh " }).Then(Drafted);
        Draft(Terms with { Criterion = "Bagus sekali." }).ThenRefused(SelectionRefusals.CriterionLength);
        Draft(Terms with { Title = "" }).ThenRefused(SelectionRefusals.TitleLength);
        Draft(Terms with { Criterion = Because + " Hubungi 0812 3456 7890." }).ThenRefused(SelectionRefusals.HoldsNumber);
        Draft(Terms with { Until = Today.AddDays(-1) }).ThenRefused(SelectionRefusals.Days);
        Draft(Terms with { From = Today.AddDays(-9), Until = Today.AddDays(-1) }).ThenRefused(SelectionRefusals.Over);
        Draft(Terms with { Until = Today.AddDays(SelectionTerms.MostDays) }).ThenRefused(SelectionRefusals.Days);
        Assert.Single(Draft(Terms with { Until = Today.AddDays(SelectionTerms.MostDays - 1) }));
    }

    [Fact]
    public void It_chooses_what_is_made_in_its_region_and_for_sale_once_each()
    {
        Pick(After(Drafted), Amplang).Then(Picked);
        Pick(After(Drafted, Picked), Amplang).Then();
        Pick(After(Drafted, Picked), Amplang, note: "Lain").Then(Picked with { Note = "Lain" });
        After(Drafted).Pick(Amplang, Shop, RegionCode.Parse("64.03.01.2001"), isForSale: true, "", Now).ThenRefused(SelectionRefusals.Elsewhere);
        After(Drafted).Pick(Amplang, Shop, Village, isForSale: false, "", Now).ThenRefused(SelectionRefusals.NotForSale);
        Pick(After(Drafted), Amplang, note: "Telepon 0812 3456 7890").ThenRefused(SelectionRefusals.HoldsNumber);
    }

    [Fact]
    public void There_is_room_for_as_many_as_somebody_looks_through()
    {
        var full = After([Drafted, .. Enumerable.Range(0, Limits.SelectionPicks).Select(_ => new SelectionPicked(Id<Product>.New(), Shop, "", Now))]);

        Pick(full, Amplang).ThenRefused(SelectionRefusals.TooMany);
        Assert.Single(Pick(full, full.Picks[0].Product, note: "Lain"));
        Assert.Single(Pick(Selection.Evolve(full, new SelectionPickDropped(full.Picks[0].Product, "", Now)), Amplang));
    }

    [Fact]
    public void It_is_opened_with_something_in_it_and_not_changed_after()
    {
        After(Drafted).Open(Today, Now).ThenRefused(SelectionRefusals.Nothing);
        After(Drafted, Picked).Open(Terms.Until.AddDays(1), Now).ThenRefused(SelectionRefusals.Over);
        Assert.Equal([Amplang], Assert.IsType<SelectionOpened>(After(Drafted, Picked).Open(Today, Now).Single()).Products);
        After(Drafted, Picked, Opened).Open(Today, Now).Then();
        Pick(After(Drafted, Picked, Opened), Id<Product>.New()).ThenRefused(SelectionRefusals.Published);
        After(Drafted, Picked, Opened).Rewrite(Terms with { Title = "Lain" }, Today, Now).ThenRefused(SelectionRefusals.Published);
        After(Drafted, Picked).Rewrite(Terms with { Title = "Lain" }, Today, Now).Then(new SelectionRewritten(Terms with { Title = "Lain" }, Now));
    }

    [Fact]
    public void Whoever_takes_out_or_ends_what_everybody_reads_says_why()
    {
        After(Drafted, Picked).Drop(Amplang, "", Today, Now).Then(new SelectionPickDropped(Amplang, "", Now));
        Assert.Empty(After(Drafted, Picked, new SelectionPickDropped(Amplang, "", Now)).Picks);
        After(Drafted, Picked, Opened).Drop(Amplang, " ", Today, Now).ThenRefused(SelectionRefusals.ReasonLength);
        After(Drafted, Picked, Opened).Drop(Amplang, "Izinnya dicabut", Today, Now).Then(new SelectionPickDropped(Amplang, "Izinnya dicabut", Now));
        After(Drafted, Picked, Opened).Drop(Amplang, "Izinnya dicabut", Terms.Until.AddDays(1), Now).ThenRefused(SelectionRefusals.Over); // what is over stays as it was
        Assert.Equal("Izinnya dicabut", After(Drafted, Picked, Opened, new SelectionPickDropped(Amplang, "Izinnya dicabut", Now)).Picks.Single().Dropped);

        After(Drafted, Picked, Opened).End("", Today, Now).ThenRefused(SelectionRefusals.ReasonLength);
        After(Drafted, Picked, Opened).End("Acaranya batal", Today, Now).Then(new SelectionEnded("Acaranya batal", Now));
        After(Drafted, Picked, Opened).End("Acaranya batal", Terms.Until.AddDays(1), Now).ThenRefused(SelectionRefusals.Over);
        After(Drafted, Picked).End("Acaranya batal", Today, Now).ThenRefused(SelectionRefusals.NotOpen);
        After(Drafted, Picked, Opened, new SelectionEnded("Batal", Now)).End("Lagi", Today, Now).Then();
    }

    private static Decision<SelectionEvent> Draft(SelectionTerms terms) => Selection.Draft(Drafted.Selection, Drafted.Office, Region, terms, Today, Now);

    private static Decision<SelectionEvent> Pick(Selection known, Id<Product> product, string note = "Paling sering dipesan") =>
        known.Pick(product, Shop, Village, isForSale: true, note, Now);

    private static Selection After(params SelectionEvent[] happened) => happened.Aggregate((Selection?)null, Selection.Evolve)!;
}
