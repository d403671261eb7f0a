using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Tests.Notices;

public class PushMessageTests
{
    [Fact]
    public void The_example_of_RFC_8291_comes_out_byte_for_byte()
    {
        var own = Base64Url.DecodeFromChars("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        using var sender = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = own });
        var target = new PushTarget(
            "https://push.example.net/", Base64Url.DecodeFromChars("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Base64Url.DecodeFromChars("BTBZMqHH6r4Tts7J_aSIgg"));

        var message = PushMessage.Seal(target, "When I grow up, I want to be a watermelon"u8.ToArray(), sender, Base64Url.DecodeFromChars("DGv6ra1nlYgDCS1FRnbzlw"));

        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(message));
    }

    [Fact]
    public void What_is_sealed_only_that_browser_reads()
    {
        using var browser = new FakeBrowser("https://push.example.net/1");
        using var other = new FakeBrowser("https://push.example.net/2");

        var message = PushMessage.Seal(browser.Target, Encoding.UTF8.GetBytes("Pesanan baru – PK-1"));

        Assert.Equal("Pesanan baru – PK-1", browser.Read(message));
        Assert.ThrowsAny<CryptographicException>(() => other.Read(message));
    }

    [Fact]
    public void What_is_no_key_is_told_from_one()
    {
        using var browser = new FakeBrowser("https://push.example.net/1");

        Assert.True(PushMessage.IsKey(browser.Target.PublicKey));
        Assert.False(PushMessage.IsKey(new byte[65]));
        Assert.False(PushMessage.IsKey([4, .. new byte[64]]));
        Assert.False(PushMessage.IsKey([4]));
        Assert.False(PushMessage.IsKey([]));
    }

    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc", true)]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/abc", true)]
    [InlineData("https://wns2-par02p.notify.windows.com/w/?token=abc", true)]
    [InlineData("https://web.push.apple.com/abc", true)]
    [InlineData("http://fcm.googleapis.com/fcm/send/abc", false)]
    [InlineData("https://fcm.googleapis.com:8443/abc", false)]
    [InlineData("https://user@fcm.googleapis.com/abc", false)]
    [InlineData("https://fcm.googleapis.com.evil.example/abc", false)]
    [InlineData("https://evilpush.services.mozilla.com.example/abc", false)]
    [InlineData("https://127.0.0.1/abc", false)]
    [InlineData("https://localhost/abc", false)]
    [InlineData("https://[::1]/abc", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("//fcm.googleapis.com/abc", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_services_of_browsers_are_spoken_to(string? endpoint, bool isKnown) =>
        Assert.Equal(isKnown, new PushSettings("https://pasar.example", ["fcm.googleapis.com", ".push.services.mozilla.com", ".notify.windows.com", "web.push.apple.com"], null, false).Knows(endpoint));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2a00:1450:4001:81b::200e", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:0a00:0001::1", false)]
    public void No_name_leads_to_a_machine_of_ours(string address, bool isPublic) => Assert.Equal(isPublic, OpenInternet.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("siti@contoh.id", true)]
    [InlineData(" siti@contoh.id ", true)]
    [InlineData("siti@contoh", false)]
    [InlineData("siti", false)]
    [InlineData("a@b.id, c@d.id", false)]
    [InlineData("Siti <siti@contoh.id>", false)]
    [InlineData("siti@contoh.id\r\nBcc: a@b.id", false)]
    [InlineData(null, false)]
    public void A_mailbox_is_one_address_and_nothing_else(string? typed, bool isOne) => Assert.Equal(isOne, Mailbox.Read(typed) is not null);
}
