using Microsoft.AspNetCore.Identity;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/akun: who is signed in, everywhere they work, and what keeps the account theirs.</summary>
[ForMembers(What = "Melihat akunnya sendiri dan tempat kerjanya"), PrivatePage]
public sealed class IndexModel(UserManager<Account> accounts, AccountLinks links, Standing standing) : MarketPage
{
    /// <summary>What to call the member; null for an account without a name.</summary>
    public string? Name { get; private set; }

    public IReadOnlyList<Membership> Memberships => standing.Places;

    public int Unread => standing.Unread;

    public bool LacksSecondFactor => standing.LacksSecondFactor;

    /// <summary>Who was given a way into this account lately, by whom.</summary>
    public IReadOnlyList<RecoveryNotice> Notices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Name = (await accounts.GetUserAsync(User))?.Name is { Length: > 0 } name ? name : null;
        Notices = await links.NoticesAsync(Me, ct);
    }
}
