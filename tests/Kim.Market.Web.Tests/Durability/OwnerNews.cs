using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;
using Taken = Kim.Market.Web.Tests.Notices.Taken;

namespace Kim.Market.Web.Tests.Durability;

/// <summary>A mailbox and a browser of the owner of a stall, which outlive the programs that tell them of orders.</summary>
internal sealed class OwnerNews : IAsyncDisposable
{
    // so long that a kill meets something that was taken and not yet said to be
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    private readonly SmtpSink _mail = new() { Pause = Pause };
    private readonly FakePushService _push;
    private readonly FakeBrowser _browser;

    private OwnerNews(FakePushService push)
    {
        (_push, _browser) = (push, push.Browser());
        _push.Pause = Pause;
    }

    public static async Task<OwnerNews> OpenAsync() => new(await FakePushService.StartAsync());

    /// <summary>Each letter about a new order, as it was taken.</summary>
    public IReadOnlyList<Taken> Letters => [.. _mail.Letters.Where(letter => letter.Text.StartsWith("Pesanan baru ", StringComparison.Ordinal))];

    /// <summary>The order of each message that the browser was told.</summary>
    public IReadOnlyList<string> Tags => [.. _push.Told(_browser).Select(told => (string)told["tag"]!)];

    /// <summary>How a program finds both.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("PublicUrl", "https://pasar.example"), ("Push:Contact", "mailto:operator@pasar.example"), ("Push:PrivateHosts", "true"), ("Mail:Host", "127.0.0.1"),
        ("Mail:Port", _mail.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:StartTls", "false"), ("Mail:From", "kabar@pasar.example"),
    ];

    /// <summary>The owner hears of orders by both, by day and by night, and of nothing else.</summary>
    public async Task SubscribeAsync(IServiceProvider behind, Id<Member> owner, CancellationToken ct)
    {
        var subscriptions = behind.GetRequiredService<Subscriptions>();
        await subscriptions.AddBrowserAsync(owner.Value, isMember: true, _browser.Target, "", ct);
        await subscriptions.AddMailboxAsync(owner.Value, isMember: true, "pemilik@contoh.example", ct);
        var mailbox = (await subscriptions.OfAsync(owner.Value, ct)).Single(known => known.By == Channel.Mail);
        await subscriptions.ConfirmAsync(mailbox.Id, ct);
        await behind.GetRequiredService<NoticeChoices>().SetAsync(
            new Asker(owner), [.. Enum.GetValues<NoticeTopic>().Select(topic => new NoticeChoice((short)topic, true, topic == NoticeTopic.Orders, topic == NoticeTopic.Orders))], new(0, 0), ct);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _push.DisposeAsync();
        await _mail.DisposeAsync();
    }
}
