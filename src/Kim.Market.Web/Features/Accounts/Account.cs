namespace Kim.Market.Web.Features.Accounts;

/// <summary>The credentials of one member; what the member may do is not here but in memberships.</summary>
public sealed class Account
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What one signs in with: a mobile number as 628…, or an e-mail address in lower case.</summary>
    public string UserName { get; set; } = "";

    /// <summary>What to call the member at their own desk.</summary>
    public string Name { get; set; } = "";

    public string? NormalizedUserName { get; set; }

    public string? Email { get; set; }

    public string? NormalizedEmail { get; set; }

    public string? PasswordHash { get; set; }

    public string? SecurityStamp { get; set; }

    public DateTimeOffset? LockoutEnd { get; set; }

    public bool LockoutEnabled { get; set; } = true;

    public int AccessFailedCount { get; set; }

    /// <summary>Whether a code from the authenticator app is asked for after the password.</summary>
    public bool TwoFactorEnabled { get; set; }

    /// <summary>What the authenticator app shares with us, sealed with this installation's keys.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The code that was accepted last: nobody who looked over a shoulder uses it again.</summary>
    public string? LastCode { get; set; }

    /// <summary>Hashes of the recovery codes that are left.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    /// <summary>Of the stored document: two changes at once cannot both be kept.</summary>
    public long Version { get; set; }
}
