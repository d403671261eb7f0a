namespace Kim.Market.Domain.Payments;

public static class BankAccountRefusals
{
    public static readonly Refusal Bank = new("account.bank", BankAccount.LongestBank);
    public static readonly Refusal Number = new("account.number");
    public static readonly Refusal Holder = new("account.holder", BankAccount.LongestHolder);
}
