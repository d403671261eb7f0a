using Kim.Market.Web.Pictures;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Kim.Market.Web;

/// <summary>How much one request may bring, and how long it may take to bring it.</summary>
public static class RequestLimits
{
    /// <summary>One picture with its form: what a page takes unless it says otherwise.</summary>
    public const int Usual = PictureLimits.Bytes + Words;

    /// <summary>As many pictures as a product may have, with their form.</summary>
    public const int AllPictures = (PictureLimits.Bytes * Domain.Limits.PhotosPerProduct) + Words;

    private const int Words = 1024 * 1024;

    public static IServiceCollection AddRequestLimits(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = Usual;
            options.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            options.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        });
        services.Configure<FormOptions>(options =>
        {
            options.MultipartBodyLengthLimit = AllPictures; // the request's own limit is the stricter one
            options.MultipartHeadersLengthLimit = 4 * 1024;
            options.ValueLengthLimit = 64 * 1024;
            options.KeyLengthLimit = 256;
            options.ValueCountLimit = 256;
        });
        return services;
    }
}
