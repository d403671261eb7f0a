namespace Kim.Market.Web.Features.Enquiries;

/// <summary>Registers what the feature offers.</summary>
public static class EnquiriesFeature
{
    public static IServiceCollection AddEnquiries(this IServiceCollection services) => services
        .AddView<EnquiryRows>()
        .AddSingleton<EnquiryBook>()
        .AddSingleton<EnquiryDesk>()
        .AddSingleton<EnquiryPages>()
        .AddSingleton<EnquiryTalk>()
        .AddSingleton<EnquiryTargets>()
        .AddSingleton<EnquiryWords>()
        .AddSingleton<EnquiryTimers>()
        .AddHostedService(provider => provider.GetRequiredService<EnquiryTimers>());
}
