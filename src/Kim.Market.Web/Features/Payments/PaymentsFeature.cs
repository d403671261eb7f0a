using Kim.Market.Web.Features.Payments;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class PaymentsFeature
{
    public static IServiceCollection AddPayments(this IServiceCollection services) => services
        .AddSingleton<QrisIntake>()
        .AddInline<ProofRows>()
        .AddSingleton<BankAccounts>()
        .AddSingleton<UniqueCodes>()
        .AddSingleton<AccountDesk>()
        .AddSingleton<ProofDesk>()
        .AddScoped<PaymentGuard>()
        .AddSingleton<QrisDesk>()
        .AddSingleton<QrisCodes>();
}
