using Kim.Market.Domain.Groups;
using Kim.Market.Domain.WebDomains;

namespace Kim.Market.Domain.Tests.WebDomains;

public class WebDomainTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<WebDomain> Id = Id<WebDomain>.New();
    private static readonly Id<Group> Kim = Id<Group>.New();
    private static readonly WebDomainClaimed Claimed = new(Id, Kim, "kimsekarlai.id", Now);
    private static readonly WebDomainVerified Verified = new(DomainProof.Record, Now.AddHours(1));

    [Fact]
    public void A_name_is_claimed_as_machines_write_it() =>
        WebDomain.Claim(Id, Kim, "https://www.KimSekarLai.id", ["pasar.example"], Now).Then(Claimed);

    [Theory]
    [InlineData("bukan nama", "domain.no_name")]
    [InlineData("pasar.example", "domain.is_ours")]
    [InlineData("kim-lain.lapak.example", "domain.is_ours")]
    [InlineData("www.pasar.example", "domain.is_ours")]
    public void Nobody_claims_what_is_no_name_or_the_markets_own(string typed, string code) =>
        Assert.Equal(code, WebDomain.Claim(Id, Kim, typed, ["pasar.example", "lapak.example"], Now).Refusal?.Code);

    [Fact]
    public void A_name_that_only_ends_like_ours_is_somebody_elses() =>
        Assert.Null(WebDomain.Claim(Id, Kim, "xpasar.example", ["pasar.example"], Now).Refusal);

    [Fact]
    public void Proof_shows_it_once()
    {
        Of(Claimed).Verify(DomainProof.Record, Now.AddHours(1)).Then(Verified);
        Of(Claimed, Verified).Verify(DomainProof.File, Now.AddDays(1)).Then();
    }

    [Fact]
    public void A_claim_without_proof_waits_thirty_days()
    {
        Of(Claimed).Miss(Now.AddDays(30).AddTicks(-1)).Then();
        Of(Claimed).Miss(Now.AddDays(30)).Then(new WebDomainSwitchedOff(DomainEnd.NeverProven, Now.AddDays(30)));
    }

    [Fact]
    public void A_proof_that_is_gone_is_missed_for_three_days_and_then_it_is_over()
    {
        var missed = new WebDomainMissed(Now.AddDays(2));
        Of(Claimed, Verified).Miss(Now.AddDays(2)).Then(missed);
        Of(Claimed, Verified, missed).Miss(Now.AddDays(5).AddTicks(-1)).Then();
        Of(Claimed, Verified, missed).Miss(Now.AddDays(5)).Then(new WebDomainSwitchedOff(DomainEnd.ProofGone, Now.AddDays(5)));
    }

    [Fact]
    public void A_proof_that_comes_back_starts_the_patience_anew()
    {
        var back = new WebDomainVerified(DomainProof.Record, Now.AddDays(3));
        var domain = Of(Claimed, Verified, new WebDomainMissed(Now.AddDays(2)));
        domain.Verify(DomainProof.Record, Now.AddDays(3)).Then(back);
        Of(Claimed, Verified, new WebDomainMissed(Now.AddDays(2)), back).Miss(Now.AddDays(9)).Then(new WebDomainMissed(Now.AddDays(9)));
    }

    [Fact]
    public void What_is_over_stays_over()
    {
        var over = Of(Claimed, Verified, new WebDomainReleased(Now.AddDays(2)));
        over.Verify(DomainProof.Record, Now.AddDays(3)).ThenRefused(WebDomainRefusals.IsOver);
        over.Miss(Now.AddDays(30)).Then();
        over.GiveWay(Now.AddDays(3)).Then();
        over.Release(Now.AddDays(3)).Then();
    }

    [Fact]
    public void Its_proof_names_this_claim_and_no_other()
    {
        Assert.Equal($"pasar-kim={Id.Value:N}", Of(Claimed).Proof);
        Assert.NotEqual(Of(Claimed).Proof, WebDomain.ProofOf(Id<WebDomain>.New()));
    }

    private static WebDomain Of(params WebDomainEvent[] history) => Given.History<WebDomain, WebDomainEvent>(history);
}
