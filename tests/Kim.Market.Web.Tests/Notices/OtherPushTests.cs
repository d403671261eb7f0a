using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kim.Market.Web.Features.Notices;

namespace Kim.Market.Web.Tests.Notices;

/// <summary>
/// Web push as others read and write it: what ours seals they open, what ours signs they find signed, and what they send the fakes of
/// these tests take and read. It needs Node and <c>npm ci --prefix tests/push-client</c>; without them the example of the RFC stands.
/// </summary>
public class OtherPushTests
{
    private const string Contact = "mailto:operator@pasar.example";
    private static readonly OtherProgram Others = new("push-client", "ask.mjs");

    [Fact]
    public async Task What_we_seal_they_open_and_nobody_elses_key_does()
    {
        Others.Needs("http_ece");
        string[] texts = ["", "Pesanan baru – PK-1", new('x', PushMessage.Longest), """{"title":"Giliran Anda","body":"Kebun Contoh"}"""];
        var (browser, other) = (Keys(), Keys());
        var secret = RandomNumberGenerator.GetBytes(PushTarget.SecretLength);
        var messages = texts.Select(text => PushMessage.Seal(new("https://push.example.net/1", browser.Point, secret), Encoding.UTF8.GetBytes(text))).ToList();
        byte[] broken = [.. messages[1]];
        broken[^1] ^= 1;

        var told = await AskAsync(opened:
        [
            .. messages.Select(message => Opened(message, browser.D, secret)), Opened(messages[1], other.D, secret),
            Opened(messages[1], browser.D, RandomNumberGenerator.GetBytes(PushTarget.SecretLength)), Opened(broken, browser.D, secret),
        ]);

        Assert.Equal([.. texts, null, null, null], told["opened"]!.AsArray().Select(text => (string?)text));
    }

    [Fact]
    public async Task What_we_sign_they_find_signed_and_what_was_changed_they_do_not()
    {
        Others.Needs("jws");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var vapid = new Vapid(new(Contact, ["push.example.net"], key.ExportParameters(includePrivateParameters: true).D, false), null!, TimeProvider.System);
        var line = await vapid.SignAsync(new("https://push.example.net/to/somebody?with=more"), TestContext.Current.CancellationToken);
        var middle = line.IndexOf('.', StringComparison.Ordinal) + 5;

        var told = await AskAsync(signed: [line, line[..middle] + (line[middle] == 'A' ? 'B' : 'A') + line[(middle + 1)..]]);

        var claims = told["signed"]![0]!;
        Assert.Equal("https://push.example.net", (string)claims["aud"]!);
        Assert.Equal(Contact, (string)claims["sub"]!);
        Assert.InRange(DateTimeOffset.FromUnixTimeSeconds((long)claims["exp"]!) - DateTimeOffset.UtcNow, TimeSpan.FromHours(1), TimeSpan.FromHours(24)); // RFC 8292, 2
        Assert.Null(told["signed"]![1]);
    }

    [Fact]
    public async Task What_they_send_the_fake_service_takes_and_its_browser_reads()
    {
        Others.Needs("web-push");
        await using var service = await FakePushService.StartAsync();
        using var browser = service.Browser();
        var target = browser.Target;

        var told = await AskAsync(sent: [new
        {
            endpoint = target.Endpoint,
            key = Base64Url.EncodeToString(target.PublicKey),
            secret = Base64Url.EncodeToString(target.Secret),
            text = """{"title":"Pesanan baru – PK-1"}""",
            subject = Contact,
        }]);

        Assert.Empty(service.Faults);
        Assert.Equal(201, (int)told["sent"]![0]!);
        Assert.Equal("Pesanan baru – PK-1", (string)Assert.Single(service.Told(browser))["title"]!);
    }

    private static (byte[] Point, byte[] D) Keys()
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var known = key.ExportParameters(includePrivateParameters: true);
        return (PushMessage.PointOf(known.Q), known.D!);
    }

    private static object Opened(byte[] body, byte[] key, byte[] secret) => new
    {
        body = Base64Url.EncodeToString(body),
        key = Base64Url.EncodeToString(key),
        secret = Base64Url.EncodeToString(secret),
    };

    private static Task<JsonObject> AskAsync(object[]? opened = null, string[]? signed = null, object[]? sent = null) =>
        Others.AskAsync(JsonSerializer.Serialize(new { opened = opened ?? [], signed = signed ?? [], sent = sent ?? [] }));
}
