using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Accounts;
using Regex = System.Text.RegularExpressions.Regex;

namespace Kim.Market.Web.Tests.Accounts;

/// <summary>One-time links: back into an account, and to a desk.</summary>
public class LinkTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_seller_who_forgot_the_password_is_helped_by_the_KIM_and_told_of_it()
    {
        var (stall, chair, seller) = await Town();
        var old = await seller.SignIn();
        var link = await Recover(app.As(chair), $"/kelola/lapak/{stall.Slug}");

        var visitor = await app.Visitor().Visit(link);
        await visitor.Submit("recover-form", ("Input.Password", "pendek"));
        Assert.Equal(["Kata sandi paling sedikit 8 huruf atau angka."], visitor.Texts("field-error"));
        await visitor.Submit("recover-form", ("Input.Password", "sandi-pulih-1"));

        Assert.Equal("Kata sandi baru berlaku. Silakan masuk.", visitor.Text("flash"));
        Assert.StartsWith("/masuk", (await old.Visit("/akun")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit(link)).Status);
        var back = await seller.SignIn("sandi-pulih-1");
        Assert.Equal("/akun", back.Path);
        Assert.Contains("Tautan itu sudah dipakai", back.Text("notice"), StringComparison.Ordinal);
        Assert.Equal("/lapak/pesanan", (await seller.SignIn("sandi-pulih-1")).Path);
    }

    [Fact]
    public async Task Of_ten_who_hold_a_link_one_sets_the_password()
    {
        var (stall, chair, _) = await Town();
        var link = await Recover(app.As(chair), $"/kelola/lapak/{stall.Slug}");
        var browsers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Visitor().Visit(link)));

        await Task.WhenAll(browsers.Select((browser, n) => browser.Submit("recover-form", ("Input.Password", $"sandi-pulih-{n}"))));

        Assert.Single(browsers, browser => browser.Path == "/masuk");
        Assert.All(browsers, browser => Assert.True((int)browser.Status < 500));
    }

    [Fact]
    public async Task A_link_is_too_old_after_a_day_and_a_new_one_closes_the_old()
    {
        var (stall, chair, _) = await Town();
        var browser = app.As(chair);
        var first = await Recover(browser, $"/kelola/lapak/{stall.Slug}");
        var second = await Recover(browser, $"/kelola/lapak/{stall.Slug}");

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Visit(second)).Status);
        await app.Db.ExecuteAsync(
            $"update app.account_links set expires_at = now() where hash = {AccountLinks.HashOf(second.Split('/')[^1])!}", default);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit(second)).Status);
    }

    [Fact]
    public async Task A_KIM_opens_no_account_that_is_more_than_a_seller_of_its_own()
    {
        var (stall, chair, seller) = await Town();
        var (otherStall, otherChair, _) = await Town();
        var page = await app.As(chair).Visit($"/kelola/lapak/{stall.Slug}");

        // another KIM's seller, by a forged form
        var foreign = (await app.As(otherChair).Visit($"/kelola/lapak/{otherStall.Slug}")).Find("[name='Input.Member']")!.GetAttribute("value")!;
        await page.Submit("issue-recovery", ("Input.Member", foreign));
        Assert.Equal(HttpStatusCode.NotFound, page.Status);

        // the own seller, once they are an officer as well
        await _cast.Appoint(seller.Member);
        await page.Visit($"/kelola/lapak/{stall.Slug}");
        await page.Submit("issue-recovery", ("Input.Member", seller.Member.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task An_officer_helps_a_chair_of_the_region_whose_second_step_stays()
    {
        var (stall, _, _) = await Town();
        var chair = await Someone.Make(app, "Ketua Lupa");
        await app.Marketplace.TellAsync(stall.Kim, (Group known) => known.Appoint(chair.Member, GroupRole.Chair, app.Clock.GetUtcNow()), new Metadata(), default);
        await Someone.Enrol(await chair.SignIn());
        var slug = (await app.Db.QueryAsync($"select slug from groups where group_id = {stall.Kim.Value}", row => row.GetString(0), default)).Single();
        var officer = await _cast.Officer();

        var link = await Recover(app.As(officer), $"/dinas/kim/{slug}/orang", ("Input.Member", chair.Member.ToString()));
        await (await app.Visitor().Visit(link)).Submit("recover-form", ("Input.Password", "sandi-pulih-1"));

        Assert.Equal("/masuk/kode", (await chair.SignIn("sandi-pulih-1")).Path);
    }

    [Fact]
    public async Task An_invitation_makes_an_account_and_a_curator_and_is_used_once()
    {
        var (_, chair, _) = await Town();
        var link = await Invite(app.As(chair), "/kelola/anggota", ("Input.Role", "Curator"));

        var invited = await app.Visitor().Visit(link);
        Assert.StartsWith("Sebagai Kurator KIM.", invited.Text("invited-as"), StringComparison.Ordinal);
        await invited.Submit("join-form", ("Input.Name", "Kurator Baru"), ("Input.Login", "0813-7777-0001"), ("Input.Password", Someone.Password));

        Assert.Equal("/kelola", invited.Path);
        Assert.Equal("Undangan diterima. Selamat bekerja.", invited.Text("flash"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit(link)).Status);
        Assert.Contains("Kurator Baru", string.Join(' ', (await app.As(chair).Visit("/kelola/anggota")).Texts("person")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_accepts_with_the_account_they_have()
    {
        var (stall, _, _) = await Town();
        var link = await Invite(app.As(stall.Owner), "/lapak/orang", ("Input.Role", "Staff"));
        var helper = await Someone.Make(app, "Staf Baru");
        var browser = await (await helper.SignIn()).Visit(link);

        await browser.Submit("accept-invitation");

        Assert.Equal(["Staf"], browser.Texts("[data-test=membership] small"));
    }

    [Fact]
    public async Task An_invitation_tells_nobody_who_has_an_account_and_ends_after_five_guesses()
    {
        var (stall, _, _) = await Town();
        var known = await Someone.Make(app);
        var link = await Invite(app.As(stall.Owner), "/lapak/orang", ("Input.Role", "Staff"));
        var guesser = await app.Visitor().Visit(link);

        for (var n = 0; n < 5; n++)
        {
            await guesser.Submit("join-form", ("Input.Name", "Penebak"), ("Input.Login", known.Phone), ("Input.Password", $"tebakan-{n}-{n}"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit(link)).Status);
    }

    [Fact]
    public async Task The_first_operator_is_made_on_the_command_line_and_opens_an_office()
    {
        await using var empty = new MarketApp();
        await empty.InitializeAsync();
        var (before, output) = (Console.Out, new StringWriter());
        Console.SetOut(output);
        try
        {
            Assert.Equal(0, await Web.Cli.Cli.RunAsync(
                ["operator", "add", "--phone", "0813-7777-0002", "--database", empty.ConnectionString, "--site", "https://pasar.contoh"], Application.Build));
        }
        finally
        {
            Console.SetOut(before);
        }

        var link = Regex.Match(output.ToString(), "(?<=https://pasar[.]contoh)/undangan/[A-Za-z0-9_-]{22}").Value;
        var somebody = await empty.Visitor().Visit(link);
        await somebody.Submit("join-form", ("Input.Name", "Bukan Dia"), ("Input.Login", "0813-7777-0003"), ("Input.Password", Someone.Password));
        Assert.NotEmpty(somebody.Text("refusal"));
        await somebody.Submit("join-form", ("Input.Name", "Operator Baru"), ("Input.Login", "0813-7777-0002"), ("Input.Password", Someone.Password));
        Assert.Equal("/akun/dua-langkah", somebody.Path);
        await Someone.Enrol(somebody);

        await somebody.Visit("/operator");
        await somebody.Submit("open-office-form", ("Input.Region", "99.99"));
        Assert.NotEmpty(somebody.Texts("field-error"));
        await somebody.Submit("open-office-form", ("Input.Region", "64.02"));
        Assert.Contains("Kabupaten Kutai Kartanegara", somebody.Text("office"), StringComparison.Ordinal);
        await somebody.Submit("invite-officer");
        Assert.Contains("/undangan/", somebody.Text("one-time-address"), StringComparison.Ordinal);
    }

    private static async Task<string> Recover(Browser browser, string page, params (string Field, string Value)[] answers) =>
        LinkOn(await (await browser.Visit(page)).Submit("issue-recovery", answers));

    private static async Task<string> Invite(Browser browser, string page, params (string Field, string Value)[] answers) =>
        LinkOn(await (await browser.Visit(page)).Submit("invite", answers));

    private static string LinkOn(Browser browser) => new Uri(browser.Text("one-time-address")).AbsolutePath;

    /// <summary>A stall whose owner has an account with a password, and the chair of its KIM.</summary>
    private async Task<(Stall Stall, Id<Member> Chair, Someone Seller)> Town()
    {
        var (kim, chair) = (await _cast.Kim(), Id<Member>.New());
        await app.Marketplace.TellAsync(kim, (Group known) => known.Appoint(chair, GroupRole.Chair, app.Clock.GetUtcNow()), new Metadata(), default);
        var stall = await _cast.Stall(kim: kim);
        var seller = await Someone.Make(app, "Penjual Lupa");
        await _cast.Employ(stall.Id, seller.Member, BusinessRole.Owner);
        await app.Marketplace.TellAsync(stall.Id, (Business known) => known.HandOver(stall.Owner, seller.Member, app.Clock.GetUtcNow()), new Metadata(), default);
        return (stall with { Owner = seller.Member }, chair, seller);
    }
}
