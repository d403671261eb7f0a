namespace Kim.Market.Domain.Recoveries;

public static class RecoveryRefusals
{
    public static readonly Refusal Used = new("recovery.used");
    public static readonly Refusal TooLate = new("recovery.too_late");
}
