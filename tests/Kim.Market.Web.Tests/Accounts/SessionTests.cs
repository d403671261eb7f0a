using System.Net;
using Kim.Market.Domain.Businesses;

namespace Kim.Market.Web.Tests.Accounts;

/// <summary>Signed-in devices: their owner sees them, and ends them at once and everywhere.</summary>
public class SessionTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_device_that_is_sent_away_is_outside_on_its_next_request_on_any_node()
    {
        await using var other = app.WithWebHostBuilder(_ => { });
        var someone = await Someone.Make(app);
        var (here, lost) = (await someone.SignIn(), await someone.SignIn());
        Assert.Equal("/akun", (await lost.Visit("/akun")).Path);

        await here.Visit("/akun/perangkat");
        Assert.Equal(2, here.All("device").Count);
        await here.Submit("end-device");

        Assert.Equal("Perangkat itu sudah keluar.", here.Text("flash"));
        Assert.Single(here.All("device"));
        using var client = other.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/akun") { Headers = { { "Cookie", $"kim_masuk={lost.Cookie("kim_masuk")}" } } };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/masuk", (await lost.Visit("/akun")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_reads_what_was_done_with_the_account_and_nobody_else_does()
    {
        var (someone, stranger) = (await Someone.Make(app), await Someone.Make(app));
        await someone.SignIn("salah-sekali");
        var here = await someone.SignIn();
        await here.Visit("/akun/sandi");
        await here.Submit("[data-test=password-form]", ("Input.Old", Someone.Password), ("Input.New", "sandi-lain-2"));

        await here.Visit("/akun/perangkat");
        Assert.Equal(["Kata sandi diganti", "Masuk", "Kata sandi salah dicoba"], here.Texts("[data-test=account-line] b"));

        var other = await (await stranger.SignIn()).Visit("/akun/perangkat");
        Assert.Equal(["Masuk"], other.Texts("[data-test=account-line] b"));
    }

    [Fact]
    public async Task Out_of_everywhere_means_here_too()
    {
        var someone = await Someone.Make(app);
        var (here, there) = (await someone.SignIn(), await someone.SignIn());

        await (await here.Visit("/akun/perangkat")).Submit("end-all");

        Assert.Equal("/masuk", here.Path);
        Assert.StartsWith("/masuk", (await there.Visit("/akun")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_signs_every_other_device_out()
    {
        var someone = await Someone.Make(app);
        var (here, there) = (await someone.SignIn(), await someone.SignIn());
        await here.Visit("/akun/sandi");

        await here.Submit("password-form", ("Input.Old", "bukan-sandinya"), ("Input.New", "sandi-yang-baru"));
        Assert.Equal(["Kata sandi itu tidak cocok."], here.Texts("field-error"));
        await here.Submit("password-form", ("Input.Old", Someone.Password), ("Input.New", "sandi-yang-baru"));

        Assert.Equal("/akun", here.Path);
        Assert.StartsWith("/masuk", (await there.Visit("/akun")).Path, StringComparison.Ordinal);
        Assert.Equal("/akun", (await someone.SignIn("sandi-yang-baru")).Path);
        Assert.Equal("/masuk", (await someone.SignIn()).Path);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var (one, two) = (await (await Someone.Make(app)).SignIn(), await (await Someone.Make(app)).SignIn());
        var theirs = (await two.Visit("/akun/perangkat")).Find("[name=Session]")!.GetAttribute("value")!;

        await (await one.Visit("/akun/perangkat")).Submit("end-here", ("Session", theirs));

        Assert.Equal("/akun", (await two.Visit("/akun")).Path);
        Assert.Equal("/akun", (await one.Visit("/akun")).Path);
    }

    [Fact]
    public async Task Who_is_released_is_outside_on_the_next_request()
    {
        var stall = await _cast.Stall();
        var staff = await Someone.Make(app, "Staf Pergi");
        await _cast.Employ(stall.Id, staff.Member, BusinessRole.Staff);
        var there = await staff.SignIn();
        Assert.Equal("/lapak/pesanan", there.Path);

        var owner = await app.As(stall.Owner).Visit("/lapak/orang");
        await owner.Submit("release");

        Assert.Equal("Sudah. Orang itu tidak bisa lagi membuka lapak ini.", owner.Text("flash"));
        Assert.Equal(HttpStatusCode.Forbidden, (await there.Visit("/lapak/pesanan")).Status);
    }

    [Fact]
    public async Task The_last_owner_is_told_to_hand_over_first_and_does()
    {
        var stall = await _cast.Stall();
        var staff = await Someone.Make(app, "Penerus Contoh");
        await _cast.Employ(stall.Id, staff.Member, BusinessRole.Staff);
        var owner = await app.As(stall.Owner).Visit("/lapak/orang");

        await owner.Submit("leave");
        Assert.Equal("Lapak harus punya pemilik. Serahkan dulu kepada orang lain.", owner.Text("refusal"));
        await owner.Submit("hand-over-to");

        Assert.Equal(HttpStatusCode.Forbidden, (await owner.Visit("/lapak/orang")).Status);
        Assert.NotNull((await app.As(staff.Member).Visit("/lapak/orang")).Find("invite"));
    }
}
