namespace Kim.Market.Web.Access;

/// <summary>On a page where a press that was refused is itself worth knowing: says who keeps it.</summary>
/// <param name="keeper">An <see cref="IRefusalKeeper"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepsRefusalsAttribute(Type keeper) : Attribute
{
    public Type Keeper { get; } = keeper;
}

/// <summary>Keeps that somebody pressed a button that is not theirs.</summary>
public interface IRefusalKeeper
{
    Task KeepAsync(HttpContext context);
}
