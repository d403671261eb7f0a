using Kim.Market.Domain.Prospectuses;

namespace Kim.Market.Domain.Tests.Prospectuses;

public class ProspectusTests
{
    private static readonly RegionCode Village = RegionCode.Parse("64.02.01.2005");
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);

    private static readonly Claim Place = new(ClaimKind.Place, "", "", "Desa Contoh");
    private static readonly Claim Lake = new(ClaimKind.Potential, "a", "", "Danau", Source: "KIM Contoh", CheckedOn: new(2026, 2, 1));
    private static readonly Claim Catch = new(ClaimKind.Figure, "a", "Tangkapan", "1.9", "ton/bulan", "Profil desa", "2025");

    [Fact]
    public void What_says_the_same_bears_the_same_name_in_any_order_and_whenever_it_was_looked_at()
    {
        var name = Prospectus.Named(Village, [Place, Lake, Catch]);

        Assert.Equal(name, Prospectus.Named(Village, [Catch, Place, Lake with { CheckedOn = new(2026, 2, 9) }]));
        Assert.NotEqual(name, Prospectus.Named(Village, [Place, Lake, Catch with { Value = "2" }]));
        Assert.NotEqual(name, Prospectus.Named(Village, [Place, Lake, Catch with { AsOf = "2026" }]));
        Assert.NotEqual(name, Prospectus.Named(RegionCode.Parse("64.02.01.2006"), [Place, Lake, Catch]));
        Assert.Equal('P', name.Code.Kind);
        Assert.Equal(64, name.Fingerprint.Length);
    }

    [Fact]
    public void Fields_that_run_together_are_not_the_same_as_fields_that_do_not() => Assert.NotEqual(
        Prospectus.Named(Village, [Lake with { Value = "a\u001fb", Unit = "" }]).Fingerprint,
        Prospectus.Named(Village, [Lake with { Value = "a", Unit = "b" }]).Fingerprint);

    [Fact]
    public void It_is_issued_once_and_again_only_when_something_has_changed()
    {
        var issued = Assert.IsType<ProspectusIssued>(Assert.Single(Prospectus.Issue(null, Village, [Place, Lake, Catch], Now)));
        var known = Prospectus.Evolve(null, issued);

        Assert.Equal(known.Id, Prospectus.Named(Village, [Place, Lake, Catch]).Id);
        Assert.Empty(Prospectus.Issue(known, Village, [Place, Lake, Catch], Now.AddDays(3)));
        Assert.Null(Prospectus.Issue(known, Village, [Place, Lake, Catch], Now).Refusal);
        Assert.Equal([Place, Lake, Catch], issued.Claims);
    }

    [Fact]
    public void Only_a_village_has_one_and_only_when_there_is_something_to_say()
    {
        Assert.Equal(ProspectusRefusals.NotAVillage, Prospectus.Issue(null, Village.District, [Place, Lake], Now).Refusal);
        Assert.Equal(ProspectusRefusals.NothingToSay, Prospectus.Issue(null, Village, [Place, new(ClaimKind.Orders, "", "", "0")], Now).Refusal);
        Assert.Equal(ProspectusRefusals.TooMuch, Prospectus.Issue(null, Village, [.. Enumerable.Repeat(Lake, Limits.Claims + 1)], Now).Refusal);
    }

    [Fact]
    public void A_change_is_told_with_then_and_now()
    {
        var then = new[] { Place, Lake, Catch, Catch with { Label = "Hilang" } };
        var now = new[] { Place, Lake with { CheckedOn = new(2026, 9, 1) }, Catch with { Value = "2" }, Catch with { Label = "Baru" } };

        var changes = ClaimChange.Between(then, now);

        Assert.Equal([(Catch, now[2]), (null, now[3]), (then[3], null)], changes.Select(change => (change.Then, change.Now)));
        Assert.Empty(ClaimChange.Between(then, [.. then.Reverse()]));
    }

    [Fact]
    public void Of_two_figures_with_one_name_each_is_held_against_its_own()
    {
        Claim[] then = [Catch, Catch with { Value = "5" }];

        Assert.Empty(ClaimChange.Between(then, then));
        Assert.Equal("6", Assert.Single(ClaimChange.Between(then, [Catch, Catch with { Value = "6" }])).Now!.Value);
        Assert.Null(Assert.Single(ClaimChange.Between(then, [Catch])).Now);
    }
}
