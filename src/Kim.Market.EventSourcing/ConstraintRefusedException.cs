namespace Kim.Market.EventSourcing;

/// <summary>A constraint of a table beside the events refused the commit; nothing of it was written.</summary>
/// <param name="constraint">The constraint's name, from which the caller makes a sentence.</param>
public sealed class ConstraintRefusedException(string constraint, Exception? cause = null)
    : Exception($"The constraint {constraint} refused the commit.", cause)
{
    public string Constraint { get; } = constraint;
}
