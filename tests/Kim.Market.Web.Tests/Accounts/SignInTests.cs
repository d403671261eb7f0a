using System.Diagnostics;
using System.Globalization;
using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Accounts;

public class SignInTests(MarketApp app)
{
    private const string Password = "sandi-contoh-1";
    private const string No = "Nomor atau kata sandi tidak cocok. Periksa lagi; setelah beberapa kali salah, tunggu 10 menit.";

    private static int _numbers;

    private readonly Cast _cast = new(app.Services);

    [Theory]
    [InlineData("0813{0}")]
    [InlineData("+62 813-{0}")]
    [InlineData("62813{0}")]
    public async Task A_seller_signs_in_with_any_spelling_of_the_number_and_lands_at_the_orders(string spelling)
    {
        var stall = await _cast.Stall();
        var (member, digits) = await Account();
        await _cast.Employ(stall.Id, member, BusinessRole.Staff);

        var seller = await SignIn(string.Format(CultureInfo.InvariantCulture, spelling, digits), Password);

        Assert.Equal("/lapak/pesanan", seller.Path);
        Assert.Equal("/lapak/pesanan", seller.Cookie("kim_desk"));
    }

    [Fact]
    public async Task Who_works_nowhere_or_in_several_places_chooses()
    {
        var (member, digits) = await Account("Bu Dua Lapak");

        var browser = await SignIn("0813" + digits, Password);
        Assert.Equal("/akun", browser.Path);
        Assert.Equal("Anda masuk sebagai Bu Dua Lapak", browser.Text("h1"));
        Assert.Empty(browser.All("membership"));

        await _cast.Employ((await _cast.Stall("Lapak A")).Id, member, BusinessRole.Owner);
        await _cast.Employ((await _cast.Stall("Lapak B")).Id, member, BusinessRole.Staff);

        await browser.Visit("/akun");

        Assert.Equal(["Lapak A", "Lapak B"], browser.Texts("[data-test=membership] b"));
        Assert.Equal(["Pemilik", "Staf"], browser.Texts("[data-test=membership] small"));
    }

    [Fact]
    public async Task An_officer_sees_for_which_region_the_office_answers()
    {
        var (member, _) = await Account();
        await _cast.Appoint(member);

        var officer = await app.As(member).Visit("/akun");

        Assert.Equal(["Petugas · Kabupaten Kutai Kartanegara"], officer.Texts("[data-test=membership] small"));
    }

    [Fact]
    public async Task An_unknown_number_a_wrong_password_and_a_locked_account_hear_the_same()
    {
        var (_, digits) = await Account();

        var unknown = await SignIn("0813-9999-9999", Password);
        var wrong = await SignIn("0813" + digits, "bukan-sandinya");
        for (var n = 0; n < 8; n++)
        {
            await wrong.Submit("sign-in", ("Input.Password", "bukan-sandinya"));
        }

        var locked = await SignIn("0813" + digits, Password);

        Assert.All((Browser[])[unknown, wrong, locked], browser => Assert.Equal((HttpStatusCode.OK, No), (browser.Status, browser.Text("refusal"))));
    }

    [Fact]
    public async Task An_unknown_number_takes_as_long_as_a_wrong_password()
    {
        var (_, digits) = await Account();
        using var scope = app.Services.CreateScope();
        var credentials = scope.ServiceProvider.GetRequiredService<Credentials>();
        await credentials.CheckAsync("0813-9999-9999", Password);

        var wrong = await Median(() => credentials.CheckAsync("0813" + digits, "bukan-sandinya"));
        var unknown = await Median(() => credentials.CheckAsync("0813-9999-9999", Password));

        Assert.True(unknown > wrong / 3, $"Unknown took {unknown}, wrong {wrong}.");
    }

    [Fact]
    public async Task After_signing_in_one_is_where_one_was_going_but_never_elsewhere()
    {
        var stall = await _cast.Stall();
        var (member, digits) = await Account();
        await _cast.Employ(stall.Id, member, BusinessRole.Owner);

        var asked = await app.Visitor().Visit("/lapak/pesanan?status=siap");
        await asked.Submit("sign-in", ("Input.Login", "0813" + digits), ("Input.Password", Password));
        var lured = await app.Visitor().Visit("/masuk?kembali=https%3A%2F%2Fjahat.example%2F");
        await lured.Submit("sign-in", ("Input.Login", "0813" + digits), ("Input.Password", Password));

        Assert.Equal("/lapak/pesanan?status=siap", asked.Path);
        Assert.Equal("/lapak/pesanan", lured.Path);
    }

    [Fact]
    public async Task Signing_out_takes_a_press_and_closes_the_desk()
    {
        var (_, digits) = await Account();
        var member = await SignIn("0813" + digits, Password);

        await member.Visit("/keluar");
        Assert.Equal("/akun", (await member.Visit("/akun")).Path);

        await member.Submit("sign-out");

        Assert.Equal("Anda sudah keluar.", member.Text("flash"));
        Assert.Null(member.Cookie("kim_desk"));
        Assert.StartsWith("/masuk", (await member.Visit("/akun")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_fields_are_named()
    {
        var visitor = await app.Visitor().Visit("/masuk");

        await visitor.Submit("sign-in-form");

        Assert.Equal(["Tulis nomor HP atau e-mail Anda.", "Tulis kata sandi Anda."], visitor.Texts("field-error"));
    }

    [Fact]
    public async Task A_machine_that_keeps_trying_is_asked_to_wait()
    {
        await using var strict = new MarketApp { SignInsPerMinute = 3, Settings = new Dictionary<string, string> { ["Kim:WritesPerMinute"] = "3" } };
        await strict.InitializeAsync();
        var machine = await strict.Visitor().Visit("/masuk");

        for (var n = 0; n < 3; n++)
        {
            await machine.Submit("sign-in-form", ("Input.Login", "0813-9999-9999"), ("Input.Password", "tebakan"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, machine.Status);

        // what writes has a measure of its own, and looking at its form another one
        await machine.Visit("/lapak/daftar");
        for (var n = 0; n < 3; n++)
        {
            Assert.Equal(HttpStatusCode.OK, (await machine.Submit("shop-form")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await machine.Submit("shop-form")).Status);
        Assert.NotEmpty(machine.Headers["Retry-After"]);
    }

    private static async Task<TimeSpan> Median(Func<Task> action)
    {
        var times = new List<TimeSpan>();
        for (var n = 0; n < 5; n++)
        {
            var watch = Stopwatch.StartNew();
            await action();
            times.Add(watch.Elapsed);
        }

        return times.Order().ElementAt(2);
    }

    private async Task<Browser> SignIn(string login, string password)
    {
        var browser = await app.Visitor().Visit("/masuk");
        return await browser.Submit("sign-in-form", ("Input.Login", login), ("Input.Password", password));
    }

    /// <returns>The member, and the digits of their number after 0813.</returns>
    private async Task<(Id<Member> Member, string Digits)> Account(string name = "Akun Contoh")
    {
        var digits = Interlocked.Increment(ref _numbers).ToString("00000000", CultureInfo.InvariantCulture);
        using var scope = app.Services.CreateScope();
        var account = new Account { UserName = "62813" + digits, Name = name };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password)).Succeeded);
        return (new(account.Id), digits);
    }
}
