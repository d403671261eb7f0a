using System.Buffers.Text;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.Lookups;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Restocks;
using Kim.Market.Web.Format;
using Kim.Market.Web.Hosting;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Notices;

/// <summary>Carries what is due to browsers and mailboxes, one at a time in each hand; what does not arrive is tried again later.</summary>
/// <remarks>Runs on every node. What was begun is finished even when the node is told to end; nothing new is taken then.</remarks>
public sealed partial class Courier(
    Deliveries deliveries, Subscriptions subscriptions, IPush push, IMail mail, OrderTokens tokens, LookupCodes codes, RestockWaits restocks, OfferNews offers, NoticeWords say, Words words, IConfiguration settings,
    TimeProvider clock, ILogger<Courier> log) : Sweep(TimeSpan.FromSeconds(2), clock, log)
{
    private const int Hands = 4;
    private const int MostAtOnce = 400;

    private static readonly Meter Meter = new("Kim.Market");
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>("kim.notices.sent", description: "Messages taken by a push service or a mail server");
    private static readonly Counter<long> Failed = Meter.CreateCounter<long>("kim.notices.failed", description: "Tries that did not arrive");
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ILogger _log = log;

    /// <summary>Carries what is due now; says how much was tried.</summary>
    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        await deliveries.LetGoAsync(ct);
        return (await Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => CarryAsync(ct)))).Sum();
    }

    private async Task<int> CarryAsync(CancellationToken ct)
    {
        var tried = 0;
        while (tried < MostAtOnce / Hands && await deliveries.ClaimAsync(ct) is { } one)
        {
            tried++;
            await CarryAsync(one);
        }

        return tried;
    }

    private async Task CarryAsync(Claimed one)
    {
        try
        {
            if (!await StillHoldsAsync(one))
            {
                await deliveries.DoneAsync(one.Id); // over before they could hear of it
                return;
            }

            await SendAsync(one);
            await (IsBack(one) ? restocks.DoneAsync(one.SubscriptionId, default) : deliveries.DoneAsync(one.Id));
            Sent.Add(1, new KeyValuePair<string, object?>("channel", one.By.ToString()));
        }
        catch (NotDeliveredException failure)
        {
            await FailAsync(one, failure.Trouble);
        }
#pragma warning disable CA1031 // whatever is wrong with one of them, the others are still carried
        catch (Exception failure) when (failure is not Npgsql.NpgsqlException)
#pragma warning restore CA1031
        {
            Broken(one.Id, failure.GetType().Name);
            await FailAsync(one, Trouble.Unreadable);
        }
    }

    private async Task FailAsync(Claimed one, Trouble trouble)
    {
        Failed.Add(1, new KeyValuePair<string, object?>("channel", one.By.ToString()), new KeyValuePair<string, object?>("trouble", trouble.ToString()));
        await (trouble == Trouble.Gone
            ? subscriptions.EndAsync(one.SubscriptionId, CancellationToken.None)
            : deliveries.FailedAsync(one, trouble, RandomNumberGenerator.GetInt32(1_000) / 1_000.0));
    }

    private async Task SendAsync(Claimed one)
    {
        if (await subscriptions.FindAsync(await subscriptions.TokenAsync(one.SubscriptionId, default), default) is not { } known)
        {
            throw new NotDeliveredException(Trouble.Gone);
        }

        Languages.Speak(known.English ? Languages.English : Languages.Indonesian);
        var page = one.IsQuestion ? "" : (known.English ? Languages.EnglishPrefix : "") + await PageAsync(one);
        var title = one.IsQuestion ? words["Pasar KIM: benarkah ini surel Anda?"] : say.Of((NoticeKind)one.Kind, (Sides)one.Side, await SubjectAsync(one));
        var below = await BelowAsync(one);
        await (one.By == Channel.Push ? TellBrowserAsync(one, title, below, page) : WriteAsync(one, title, below, page));
    }

    private async Task TellBrowserAsync(Claimed one, string title, string below, string page)
    {
        var target = await subscriptions.BrowserAsync(one.SubscriptionId, default) ?? throw new NotDeliveredException(Trouble.Gone);
        var told = new JsonObject { ["title"] = title, ["body"] = below, ["url"] = page, ["tag"] = one.Stream.ToString("N") };
        await push.SendAsync(target, JsonSerializer.SerializeToUtf8Bytes(told, Plain), Base64Url.EncodeToString(one.Stream.ToByteArray()), default);
    }

    private async Task WriteAsync(Claimed one, string title, string below, string page)
    {
        if (!mail.IsOn)
        {
            throw new NotDeliveredException(Trouble.Refused); // switched off since it was asked for
        }

        var to = (await subscriptions.MailboxesAsync([one.SubscriptionId], default))[one.SubscriptionId].FirstOrDefault() ?? throw new NotDeliveredException(Trouble.Gone);
        var site = settings["PublicUrl"]!.TrimEnd('/');
        var own = $"{site}/surat/{await subscriptions.TokenAsync(one.SubscriptionId, default)}";
        var text = one.IsQuestion
            ? $"{words["Seseorang menulis alamat ini di Pasar KIM untuk menerima kabar. Kalau itu Anda, buka halaman ini dan tekan ya:"]}\n{own}\n\n{words["Kalau bukan Anda, abaikan surat ini."]}\n"
            : $"{title}\n{below}\n\n{words["Buka:"]} {site}{page}\n\n-- \n{words["Berhenti menerima surat ini:"]} {own}\n";
        await mail.SendAsync(new($"kabar-{one.Id}.{one.SubscriptionId:N}", to, title, text, own), default);
    }

    // A code is made in the moment it leaves: nothing that waits here could tell it.
    private async ValueTask<string> SubjectAsync(Claimed one) => IsCode(one)
        ? LookupCodes.Spaced(await codes.ForAsync(one.Stream, one.SubscriptionId, default))
        : one.Subject;

    // What waits for the morning, or for a service that was busy, may be over by then: who waits for goods goes on waiting, a turn has passed.
    private async ValueTask<bool> StillHoldsAsync(Claimed one) =>
        IsBack(one) ? await restocks.IsThereAsync(one.Stream, default)
        : !IsOffer(one) || await offers.UntilAsync(one.Stream, default) is not null;

    // An offer is told with the moment until which it stands, by the clock of the stall.
    private async ValueTask<string> BelowAsync(Claimed one) => IsOffer(one) && await offers.UntilAsync(one.Stream, default) is { } until
        ? $"{one.ScopeName}. {words["Jawab sebelum {0}. Setelah itu giliran yang berikutnya.", DateFormat.Moment(until, Zone.Of(IndonesianTime.ZoneOf(RegionCode.Parse(one.Region))))]}"
        : one.ScopeName;

    private static bool IsCode(Claimed one) => (NoticeKind)one.Kind == NoticeKind.LookupAsked && (Sides)one.Side == Sides.Buyer;

    private static bool IsBack(Claimed one) => (NoticeKind)one.Kind == NoticeKind.ProductBack;

    private static bool IsAnswer(Claimed one) => (NoticeKind)one.Kind == NoticeKind.EnquiryAnswered;

    private static bool IsOffer(Claimed one) => (NoticeKind)one.Kind == NoticeKind.HarvestOffered;

    private async ValueTask<string> PageAsync(Claimed one) => IsCode(one) ? "/pesanan-saya" : IsBack(one) ? $"/p/{one.Slug}"
        : IsAnswer(one) ? $"/tanya/{await tokens.ForAsync(new Id<Checkout>(one.Stream), default)}"
        : IsOffer(one) ? $"/antrean/{await tokens.ForAsync(new Id<Checkout>(one.Stream), default)}"
        : (Sides)one.Side == Sides.Buyer
        ? $"/pesanan/{await tokens.ForAsync(new Id<Checkout>(one.Scope), default)}"
        : NoticePlace.Of((NoticeKind)one.Kind, (Sides)one.Side, one.Stream, one.Scope, one.Slug);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} could not be made ready: {Failure}.")]
    private partial void Broken(long delivery, string failure);
}
