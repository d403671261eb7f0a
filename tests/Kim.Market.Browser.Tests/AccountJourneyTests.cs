using System.Text;
using Kim.Market.Web.Tests.Accounts;
using Microsoft.Playwright;

namespace Kim.Market.Browser.Tests;

/// <summary>Keeping an account one's own, on a telephone: a passkey, and a second step that opens the desks.</summary>
public sealed class AccountJourneyTests(MarketSite site)
{
    private const int Telephone = 390;

    [Fact]
    public async Task A_seller_makes_a_passkey_and_signs_in_without_typing()
    {
        await using var seller = await site.VisitorAsync(Telephone);
        var home = site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal); // passkeys know names only
        await seller.OpenAsync(home + "/masuk");
        var device = await seller.Page.Context.NewCDPSessionAsync(seller.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await seller.SignInAsync(site.Seller, from: home);

        await seller.Page.GotoAsync(home + "/akun/kunci-sandi");
        await seller.Shown("add-passkey").ClickAsync();
        await seller.Find("passkey").WaitForAsync();
        await seller.PhotographAsync("kunci-sandi");
        await seller.Page.GotoAsync(home + "/keluar");
        await seller.Shown("sign-out").ClickAsync();
        await seller.Shown("passkey-sign-in").ClickAsync();
        await seller.Page.WaitForURLAsync("**/lapak/pesanan**");
    }

    [Fact]
    public async Task A_second_step_opens_every_desk_of_somebody_who_has_several()
    {
        await using var somebody = await site.VisitorAsync(Telephone);
        await somebody.SignInAsync(site.Everything, "**/akun");
        await somebody.LookAsync("akun-beberapa");
        await somebody.OpenAsync("/kelola");
        Assert.EndsWith("/akun/dua-langkah", somebody.Page.Url, StringComparison.Ordinal);

        await somebody.Page.Locator("[name='Input.Password']").FillAsync(site.Everything.Password);
        await somebody.Shown("begin-two-steps").ClickAsync();
        await somebody.LookAsync("dua-langkah-qr");
        var key = await somebody.Find("authenticator-key").InnerTextAsync();
        await somebody.Page.Locator("[name='Input.Code']").FillAsync(Authenticator.Code(key));
        await somebody.Shown("confirm-code").ClickAsync();
        await somebody.Find("recovery-codes").WaitForAsync();
        await somebody.LookAsync("dua-langkah-kode");

        foreach (var (name, path) in new[]
        {
            ("lapak", "/lapak"), ("lapak-orang", "/lapak/orang"), ("kelola", "/kelola"), ("kelola-anggota", "/kelola/anggota"),
            ("kelola-lapak", $"/kelola/lapak/{site.Amplang.Stall.Slug}"), ("dinas", "/dinas"), ("operator", "/operator"), ("perangkat", "/akun/perangkat"),
            ("sandi", "/akun/sandi"), ("kurasi", "/kelola/kurasi"), ("riwayat", "/riwayat"), ("dinas-kim", "/dinas/kim"), ("kelola-pendampingan", "/kelola/pendampingan"),
            ("dinas-sertifikat", "/dinas/sertifikat"), ("dinas-potensi", "/dinas/potensi"), ("dinas-potensi-tampil", "/dinas/potensi?keadaan=tampil"), ("dinas-aturan", "/dinas/aturan"),
            ("kelola-jejak", "/kelola/jejak"), ("dinas-jejak", "/dinas/jejak"), ("operator-jejak", "/operator/jejak"), ("operator-kabar", "/operator/kabar"),
            ("operator-data", "/operator/data-pribadi"), ("akun-data", "/akun/data"),
            ("dinas-daftar", "/dinas/daftar-umkm"), ("dinas-umkm", "/dinas/umkm-terdaftar"), ("dinas-kim-impor", "/dinas/kim/impor"),
        })
        {
            await somebody.OpenAsync(path);
            Assert.EndsWith(path, somebody.Page.Url, StringComparison.Ordinal);
            await somebody.LookAsync(name);
        }

        await somebody.OpenAsync("/dinas/kim");
        await somebody.OpenAsync((await somebody.Page.Locator("[data-test=register-row] a").First.GetAttributeAsync("href"))!);
        var shut = somebody.Page.Locator("main details:not([open]) > summary");
        while (await shut.CountAsync() > 0)
        {
            await shut.First.ClickAsync();
        }

        await somebody.LookAsync("dinas-kim-satu");

        await TakeOverAsync(somebody);
        await somebody.OpenAsync("/kelola/anggota");
        await somebody.Shown("invite").ClickAsync();
        await somebody.LookAsync("undangan-qr");
        var link = await somebody.Find("one-time-address").InnerTextAsync();
        await using var invited = await site.VisitorAsync(Telephone);
        await invited.OpenAsync(new Uri(link).AbsolutePath);
        await invited.LookAsync("undangan");
        Assert.Empty(somebody.Complaints);
    }

    private static async Task TakeOverAsync(Visitor officer)
    {
        await officer.OpenAsync("/dinas/daftar-umkm");
        await officer.Page.Locator("[name='Input.File']").SetInputFilesAsync(new FilePayload
        {
            Name = "daftar.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("Nama Usaha;NIK;Desa;Kecamatan;No HP\nKios Contoh;6402151234560001;Jawa;Sanga Sanga;081211112222\nWarung Contoh;;Entah;;\nKedai Contoh;;Jawa;Sanga Sanga;12\n"),
        });
        await officer.Shown("look").ClickAsync();
        await officer.Find("plan").WaitForAsync();
        await officer.LookAsync("dinas-daftar-periksa");
        await officer.Shown("save-list").ClickAsync();
        await officer.Find("undo-list").WaitForAsync();
        await officer.LookAsync("dinas-daftar-tersimpan");
    }
}
