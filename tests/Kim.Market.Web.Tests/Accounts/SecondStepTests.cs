using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Accounts;

/// <summary>A password alone is not enough for those who answer for others.</summary>
public class SecondStepTests(MarketApp app)
{
    private const string No = "Kode itu tidak cocok atau sudah dipakai. Tunggu kode berikutnya; setelah beberapa kali salah, tunggu 10 menit.";

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_chair_without_a_second_step_is_led_to_it_and_then_in()
    {
        var kim = await _cast.Kim("KIM Dua Langkah");
        var chair = await Someone.Make(app);
        await Lead(kim, chair.Member);
        var browser = await chair.SignIn();
        Assert.Equal("/akun/dua-langkah", browser.Path);
        Assert.Equal("/akun/dua-langkah", (await browser.Visit("/kelola/anggota")).Path);

        var key = await Someone.Enrol(browser);

        Assert.Equal(8, browser.All("[data-test=recovery-codes] li").Count);
        Assert.Equal("/kelola", (await browser.Visit("/kelola")).Path);
        Assert.Equal(HttpStatusCode.OK, browser.Status);

        // elsewhere the password leads to the code, a code works once, and the next one opens
        var other = await chair.SignIn();
        Assert.Equal("/masuk/kode", other.Path);
        Assert.StartsWith("/masuk", (await other.Visit("/kelola")).Path, StringComparison.Ordinal);
        await (await chair.SignIn(on: other)).Submit("code-form", ("Input.Code", "000000"));
        Assert.Equal(No, other.Text("refusal"));
        var code = Authenticator.Code(key, ahead: 1);
        await other.Submit("code-form", ("Input.Code", code));
        Assert.Equal("/kelola", other.Path);
        var again = await chair.SignIn();
        await again.Submit("code-form", ("Input.Code", code));
        Assert.Equal(No, again.Text("refusal"));
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        var someone = await Someone.Make(app);
        var browser = await someone.SignIn();
        await Someone.Enrol(browser);
        var code = browser.Texts("[data-test=recovery-codes] code")[0];

        var first = await (await someone.SignIn()).Submit("code-form", ("Input.Code", code.ToLowerInvariant()));
        var second = await (await someone.SignIn()).Submit("code-form", ("Input.Code", code));

        Assert.Equal("/akun", first.Path);
        Assert.Equal(No, second.Text("refusal"));
        Assert.Contains("Kode cadangan tersisa 7.", (await first.Visit("/akun/dua-langkah")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_codes_ends_as_guessing_passwords_does()
    {
        var someone = await Someone.Make(app);
        var key = await Someone.Enrol(await someone.SignIn());
        var thief = await someone.SignIn();

        for (var n = 0; n < 8; n++)
        {
            await thief.Submit("code-form", ("Input.Code", "123456"));
        }

        await thief.Submit("code-form", ("Input.Code", Authenticator.Code(key, ahead: 1)));
        Assert.Equal(No, thief.Text("refusal"));
    }

    [Fact]
    public async Task Nobody_turns_it_on_for_another_without_the_password()
    {
        var browser = await (await Someone.Make(app)).SignIn();
        await browser.Visit("/akun/dua-langkah");

        await browser.Submit("begin-form", ("Input.Password", "bukan-sandinya"));

        Assert.Equal(["Kata sandi itu tidak cocok."], browser.Texts("field-error"));
        Assert.Null(browser.Find("authenticator-key"));
    }

    [Fact]
    public async Task Sellers_need_none_and_in_a_demo_nobody_does()
    {
        var stall = await _cast.Stall();
        Assert.Equal("/lapak", (await app.As(stall.Owner, isStrong: false).Visit("/lapak")).Path);

        await using var demo = new MarketApp();
        await demo.InitializeAsync();
        var (kim, chair) = (await new Cast(demo.Services).Kim(), Id<Member>.New());
        await demo.Marketplace.TellAsync(kim, (Group known) => known.Appoint(chair, GroupRole.Chair, demo.Clock.GetUtcNow()), new Metadata(), default);
        await demo.Db.ExecuteAsync($"insert into app.facts (name, value) values ('demo', 'contoh')", default);

        Assert.Equal("/kelola", (await demo.As(chair, isStrong: false).Visit("/kelola")).Path);
    }

    private async Task Lead(Id<Group> kim, Id<Member> member) => Assert.Null(await app.Marketplace.TellAsync(
        kim, (Group known) => known.Appoint(member, GroupRole.Chair, app.Clock.GetUtcNow()), new Metadata(), default));
}
