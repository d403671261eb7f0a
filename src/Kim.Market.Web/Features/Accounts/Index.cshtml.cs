using Microsoft.AspNetCore.Identity;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/akun: who is signed in, and everywhere they work.</summary>
[ForMembers(What = "Melihat akunnya sendiri dan tempat kerjanya"), PrivatePage]
public sealed class IndexModel(UserManager<Account> accounts, Memberships memberships) : MarketPage
{
    /// <summary>What to call the member; null for an account without a name.</summary>
    public string? Name { get; private set; }

    public IReadOnlyList<Membership> Memberships { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Name = (await accounts.GetUserAsync(User))?.Name is { Length: > 0 } name ? name : null;
        Memberships = await memberships.OfAsync(Me, ct);
    }
}
