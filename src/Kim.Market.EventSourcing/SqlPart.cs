namespace Kim.Market.EventSourcing;

/// <summary>
/// A piece that stands in several statements. A type of its own, because a hole with text such as
/// <c>{$"kim {number}"}</c> must stay a value and never become part of the statement.
/// </summary>
public readonly record struct SqlPart(Sql Statement)
{
    public static SqlPart Of(Sql statement) => new(statement);
}
