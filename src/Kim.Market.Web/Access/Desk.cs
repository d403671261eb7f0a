namespace Kim.Market.Web;

/// <summary>The four desks behind the market; each shows one scope: a stall, a KIM, a region, this installation.</summary>
public static class Desk
{
    public const string Seller = "lapak";
    public const string Group = "kelola";
    public const string Office = "dinas";
    public const string Operator = "operator";
}
