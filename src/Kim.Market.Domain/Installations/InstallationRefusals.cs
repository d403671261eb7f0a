namespace Kim.Market.Domain.Installations;

public static class InstallationRefusals
{
    public static readonly Refusal LastOperator = new("installation.last_operator");
}
