using Microsoft.AspNetCore.Authorization;

namespace Kim.Market.Web;

/// <summary>
/// Says who may come in: one on every page and every route; on a page's handler it narrows the page's own.
/// It is the first gate. Which rows are somebody's to see is drawn by the query behind it.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public abstract class PolicyAttribute : Attribute
{
    /// <summary>What can be done here, for the page "siapa boleh apa"; without it, that page shows the address.</summary>
    public string? What { get; init; }
}

/// <summary>Whom a page is open to that belongs to no desk.</summary>
public enum Audience
{
    /// <summary>Anybody, signed in or not.</summary>
    Everyone,

    /// <summary>Whoever holds the link with its unguessable key.</summary>
    KeyHolder,

    /// <summary>Another program whose messages are signed.</summary>
    Signer,
}

/// <summary>Open without an account.</summary>
public sealed class OpenToAttribute(Audience audience) : PolicyAttribute, IAllowAnonymous
{
    public Audience Audience { get; } = audience;
}

/// <summary>Open to whoever is signed in; everybody sees their own.</summary>
public sealed class ForMembersAttribute : PolicyAttribute, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PolicyRequirement(this)];
}

/// <summary>Open to those who stand at a desk, in one of these roles or, when none is named, in any.</summary>
/// <param name="desk">One of <see cref="Desk"/>.</param>
/// <param name="roles">Of <c>BusinessRole</c>, <c>GroupRole</c>, <c>OfficeRole</c> or <c>InstallationRole</c>.</param>
#pragma warning disable CA1019 // an attribute takes enums only as objects; Roles has them as what they are
public sealed class ForAttribute(string desk, params object[] roles) : PolicyAttribute, IAuthorizationRequirementData
#pragma warning restore CA1019
{
    public string Desk { get; } = desk;

    public IReadOnlyList<Enum> Roles { get; } = [.. roles.Cast<Enum>()];

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PolicyRequirement(this)];
}

/// <summary>A policy as ASP.NET Core asks for it.</summary>
public sealed record PolicyRequirement(PolicyAttribute Policy) : IAuthorizationRequirement;
