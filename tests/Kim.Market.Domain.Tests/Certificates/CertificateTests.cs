using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Certificates;

public class CertificateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Certificate> Id = Id<Certificate>.New();
    private static readonly Id<Business> Shop = Id<Business>.New();
    private static readonly Id<Office> Office = Id<Office>.New();
    private static readonly Guid Paper = Guid.NewGuid();

    [Fact]
    public void What_is_stated_is_kept_as_it_stands_on_the_paper() =>
        State(number: " P-IRT 2026402010123-28 ", issuer: " Dinkes Kutai Kartanegara ").Then(
            new CertificateStated(Id, Shop, CertificateKind.PIrt, "P-IRT 2026402010123-28", "Dinkes Kutai Kartanegara", Day(2028), [], Now));

    [Theory]
    [InlineData("6402154001900002")]
    [InlineData("6402 1540 0190 0002")]
    [InlineData("NIB: 6402154001900002")]
    public void A_number_that_is_a_person_is_never_kept(string number) => State(number: number).ThenRefused(CertificateRefusals.NumberIsPerson);

    [Theory]
    [InlineData(CertificateKind.Nib, false)]
    [InlineData(CertificateKind.Halal, false)]
    [InlineData(CertificateKind.PIrt, true)]
    [InlineData(CertificateKind.Md, true)]
    [InlineData(CertificateKind.Trademark, true)]
    public void Only_a_licence_and_halal_may_be_without_a_last_day(CertificateKind kind, bool isRefused)
    {
        var decision = Certificate.State(Id, Shop, kind, "ID123456789012", "Penerbit", null, [], Now);
        Assert.Equal(isRefused ? CertificateRefusals.NeedsEnd : null, decision.Refusal);
    }

    [Fact]
    public void What_is_over_cannot_be_stated() => State(until: new DateOnly(2026, 2, 28)).ThenRefused(CertificateRefusals.HasEnded);

    [Fact]
    public void It_holds_on_its_last_day_too() => Assert.Null(State(until: new DateOnly(2026, 3, 1)).Refusal);

    [Fact]
    public void A_certificate_names_so_many_products_and_each_once()
    {
        var product = Id<Product>.New();
        var stated = Assert.IsType<CertificateStated>(Assert.Single(State(products: [product, product])));
        Assert.Equal([product], stated.Products);
        State(products: [.. Enumerable.Range(0, Limits.CertificateProducts + 1).Select(_ => Id<Product>.New())])
            .ThenRefused(CertificateRefusals.TooManyProducts);
    }

    [Fact]
    public void A_business_has_so_many_and_no_more()
    {
        Assert.Null(Certificate.State(Id, Shop, CertificateKind.Nib, "1234567890123", "OSS", null, [], Now, Limits.Certificates - 1).Refusal);
        Certificate.State(Id, Shop, CertificateKind.Nib, "1234567890123", "OSS", null, [], Now, Limits.Certificates).ThenRefused(CertificateRefusals.TooMany);
    }

    [Fact]
    public void Nothing_becomes_a_badge_without_its_paper() => Known().Verify(Office, Now).ThenRefused(CertificateRefusals.NeedsPaper);

    [Fact]
    public void Compared_with_its_paper_it_becomes_one() =>
        Known(new CertificatePaperKept(Paper, Now)).Verify(Office, Now).Then(new CertificateVerified(Office, Now));

    [Fact]
    public void What_ended_while_it_waited_becomes_none() =>
        Known(new CertificatePaperKept(Paper, Now)).Verify(Office, Now.AddYears(3)).ThenRefused(CertificateRefusals.HasEnded);

    [Fact]
    public void Asked_twice_an_officer_has_verified_once() => Verified().Verify(Office, Now).Then();

    [Fact]
    public void The_paper_behind_a_badge_cannot_be_changed() => Verified().KeepPaper(Guid.NewGuid(), Now).ThenRefused(CertificateRefusals.NotWaiting);

    [Fact]
    public void A_badge_is_revoked_with_a_reason_that_everybody_may_read()
    {
        Verified().Revoke(Office, " ", Now).ThenRefused(CertificateRefusals.ReasonLength);
        Verified().Revoke(Office, "Hubungi 081234567890", Now).ThenRefused(CertificateRefusals.ReasonHoldsNumber);
        Verified().Revoke(Office, "Dicabut penerbitnya.", Now).Then(new CertificateRevoked(Office, "Dicabut penerbitnya.", Now));
    }

    [Fact]
    public void Only_a_badge_is_revoked_and_only_what_waits_is_refused()
    {
        Known().Revoke(Office, "Salah", Now).ThenRefused(CertificateRefusals.NotVerified);
        Verified().Refuse(Office, "Salah", Now).ThenRefused(CertificateRefusals.NotWaiting);
    }

    [Fact]
    public void What_was_revoked_stays_on_record()
    {
        var revoked = Known(new CertificatePaperKept(Paper, Now), new CertificateVerified(Office, Now), new CertificateRevoked(Office, "x", Now));
        revoked.Withdraw(Now).ThenRefused(CertificateRefusals.IsOver);
        revoked.Verify(Office, Now).ThenRefused(CertificateRefusals.NotWaiting);
    }

    [Theory]
    [InlineData(CertificateKind.Nib, "1234567890123", true)]
    [InlineData(CertificateKind.Nib, "NIB 1234 5678 90123", true)]
    [InlineData(CertificateKind.Nib, "12345", false)]
    [InlineData(CertificateKind.PIrt, "P-IRT No. 1234567890123-45", true)]
    [InlineData(CertificateKind.PIrt, "206640101012", false)]
    [InlineData(CertificateKind.Md, "MD 123456789012", true)]
    [InlineData(CertificateKind.Md, "BPOM RI MD 123456789012345", true)]
    [InlineData(CertificateKind.Md, "123", false)]
    [InlineData(CertificateKind.Halal, "ID112100009882540924", true)]
    [InlineData(CertificateKind.Halal, "KH.12.3", false)]
    [InlineData(CertificateKind.Trademark, "IDM000123456", true)]
    public void Unusual_numbers_are_told_apart_and_taken_all_the_same(CertificateKind kind, string number, bool isUsual)
    {
        Assert.Equal(isUsual, CertificateForm.IsUsual(kind, number));
        Assert.Null(Certificate.State(Id, Shop, kind, number, "Penerbit", Day(2028), [], Now).Refusal);
    }

    private static Decision<CertificateEvent> State(
        string number = "2026402010123-28", string issuer = "Dinkes", DateOnly? until = null, Id<Product>[]? products = null) =>
        Certificate.State(Id, Shop, CertificateKind.PIrt, number, issuer, until ?? Day(2028), products ?? [], Now);

    private static Certificate Verified() => Known(new CertificatePaperKept(Paper, Now), new CertificateVerified(Office, Now));

    private static Certificate Known(params CertificateEvent[] then) => Given.History<Certificate, CertificateEvent>(
        [new CertificateStated(Id, Shop, CertificateKind.PIrt, "2026402010123-28", "Dinkes", Day(2028), [], Now), .. then]);

    private static DateOnly Day(int year) => new(year, 2, 1);
}
