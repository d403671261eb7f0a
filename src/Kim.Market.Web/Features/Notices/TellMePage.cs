using System.ComponentModel.DataAnnotations;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Notices;

/// <summary>What somebody says who wants to be told: what their browser says of itself, or a mailbox.</summary>
public class TellMeForm : PushForm
{
    [Display(Name = "Alamat surel")]
    [StringLength(254)]
    public string? Mail { get; init; }
}

/// <summary>A page on which somebody asks to be told, as the form for it sees the page.</summary>
public interface ITellMe
{
    TellMeForm Input { get; }

    bool TakesMail { get; }

    /// <summary>False where this installation tells nobody outside of its pages.</summary>
    bool TakesAny { get; }

    /// <summary>The page's own address.</summary>
    string Here { get; }

    /// <summary>What is promised of a mailbox that is typed there.</summary>
    string Promise { get; }
}

/// <summary>A page on which somebody says by which browser or mailbox they want to hear: of orders, of goods, of a place in a line.</summary>
public abstract class TellMePage<TForm>(PushSettings push, IMail mail) : MarketPage, ITellMe where TForm : TellMeForm, new()
{
    [BindProperty]
    public TForm Input { get; init; } = new();

    TellMeForm ITellMe.Input => Input;

    public bool TakesPush => push.IsOn;

    public bool TakesMail => mail.IsOn;

    public bool TakesAny => TakesMail || TakesPush;

    public abstract string Here { get; }

    public abstract string Promise { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostPushAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!ModelState.IsValid || Input.Target(push) is not { } target)
        {
            ModelState.AddModelError("", T["Browser ini tidak bisa dikabari dari sini. Coba Chrome atau Firefox."]);
            return Page();
        }

        return await AddAsync(target, Device.Of(Request), ct);
    }

    public async Task<IActionResult> OnPostMailAsync(CancellationToken ct)
    {
        if (!mail.IsOn)
        {
            return NotFound();
        }

        if (await FindAsync(ct) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Mailbox.Read(Input.Mail) is not { } address)
        {
            ModelState.AddModelError("Input.Mail", T["Tulis alamat surel yang lengkap, misalnya nama@contoh.id."]);
            return Page();
        }

        return await AddAsync(address, ct);
    }

    /// <summary>Finds what it is about.</summary>
    /// <returns>What to answer instead of the page; null where it can be shown.</returns>
    protected abstract Task<IActionResult?> FindAsync(CancellationToken ct);

    /// <summary>A browser that can be told.</summary>
    protected abstract Task<IActionResult> AddAsync(PushTarget browser, string device, CancellationToken ct);

    /// <summary>A mailbox that is going to be asked whether it wants to hear.</summary>
    protected abstract Task<IActionResult> AddAsync(string mailbox, CancellationToken ct);

    /// <summary>Says that a letter is on its way, whatever is known of the mailbox.</summary>
    protected IActionResult Asks() => Done("Kami mengirim surat ke alamat itu. Buka dan tekan ya, baru kabar dikirim.", Here);
}

/// <summary>What somebody says who looks after the ways by which they are told.</summary>
public class WaysForm : TellMeForm
{
    /// <summary>The one that ends.</summary>
    public Guid Subscription { get; init; }
}

/// <summary>A page with all the ways by which one owner is told, and the end of each.</summary>
public abstract class WaysPage<TForm>(Subscriptions subscriptions, PushSettings push, IMail mail) : TellMePage<TForm>(push, mail) where TForm : WaysForm, new()
{
    public IReadOnlyList<Subscription> Ways { get; private set; } = [];

    /// <summary>Whose ways these are: a member, or the buyer of a checkout or a place in a line. Known once it is found.</summary>
    protected abstract Guid Owner { get; }

    protected virtual bool IsMember => false;

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } elsewhere)
        {
            return elsewhere;
        }

        await subscriptions.EndAsync(Owner, Input.Subscription, ct);
        return Done("Dihentikan.", Here);
    }

    /// <summary>Reads the ways of the owner that was found.</summary>
    protected async Task<IActionResult?> WaysAsync(CancellationToken ct)
    {
        Ways = await subscriptions.OfAsync(Owner, ct);
        return null;
    }

    protected override async Task<IActionResult> AddAsync(PushTarget browser, string device, CancellationToken ct)
    {
        await subscriptions.AddBrowserAsync(Owner, IsMember, browser, device, ct);
        return Done("Browser ini akan dikabari.", Here);
    }

    protected override async Task<IActionResult> AddAsync(string mailbox, CancellationToken ct)
    {
        await subscriptions.AddMailboxAsync(Owner, IsMember, mailbox, ct);
        return Asks();
    }
}
