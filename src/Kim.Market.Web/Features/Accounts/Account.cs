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

    /// <summary>Of the stored document: two changes at once cannot both be kept.</summary>
    public long Version { get; set; }
}
