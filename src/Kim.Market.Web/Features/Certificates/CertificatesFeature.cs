using Kim.Market.Web.Features.Certificates;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class CertificatesFeature
{
    public static IServiceCollection AddCertificates(this IServiceCollection services) => services
        .AddView<CertificateRows>()
        .AddInline<CertificateCounts>()
        .AddSingleton<CertificateDesk>()
        .AddSingleton<Certificates>();
}
