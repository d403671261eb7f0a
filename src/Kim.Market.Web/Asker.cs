using System.Diagnostics;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web;

/// <summary>Who asks: every read and every write that is not for everybody takes one, and the query itself draws the line.</summary>
/// <param name="Member">Null for a visitor without an account.</param>
public sealed record Asker(Id<Member>? Member)
{
    public static readonly Asker Visitor = new((Id<Member>?)null);

    /// <summary>The business for which they act as its helper; null when they act for themselves.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>For the scope clause of a query: a Guid nobody has, when nobody is signed in.</summary>
    public Guid Scope => Member?.Value ?? Guid.Empty;

    /// <summary>What the store keeps beside each event: who did it, and on which command.</summary>
    public Metadata By(Guid? command = null, DateTimeOffset? at = null) => new(
        Actor: Member?.Value, OnBehalfOf: OnBehalfOf, Correlation: Activity.Current?.TraceId.ToString(), Causation: command?.ToString(), At: at);
}
