using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Notices;

/// <summary>/surat/{token}: whoever got a letter says that the mailbox is theirs, or ends its letters. Looking changes nothing.</summary>
[OpenTo(Audience.KeyHolder, What = "Menyetujui atau menghentikan surat kabar ke surelnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class LetterModel(Subscriptions subscriptions) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    public Subscription Known { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostYesAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        await subscriptions.ConfirmAsync(Known.Id, ct);
        return Done("Terima kasih. Kabar akan dikirim ke surel Anda.", $"~/surat/{Token}");
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        await subscriptions.EndAsync(Known.Id, ct);
        return Done("Dihentikan. Alamat Anda sudah dihapus dari sini.", "~/");
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await subscriptions.FindAsync(Token, ct) is not { By: Channel.Mail } known)
        {
            return false;
        }

        Known = known;
        return true;
    }
}
