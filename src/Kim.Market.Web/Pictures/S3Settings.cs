using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Pictures;

/// <summary>Which bucket of which object storage keeps the pictures.</summary>
/// <param name="Prefix">What every key begins with; empty, or ending in a slash.</param>
public sealed record S3Settings(Uri Endpoint, string Bucket, string AccessKey, string SecretKey, string Region, string Prefix)
{
    private const string UsualRegion = "us-east-1";

    /// <summary>Null where none is set: pictures are kept in a folder then.</summary>
    /// <exception cref="CannotStartException">Some of it is set, but not all.</exception>
    public static S3Settings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Kim:S3");
        if (!section.GetChildren().Any())
        {
            return null;
        }

        var prefix = section["Prefix"]?.Trim('/') ?? "";
        return new(
            Uri.TryCreate(Needed("Endpoint"), UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"
                ? endpoint
                : throw new CannotStartException("Kim:S3:Endpoint is no address: write it like https://s3.example.go.id."),
            Needed("Bucket"), Needed("AccessKey"), Needed("SecretKey"), section["Region"] ?? UsualRegion, prefix.Length == 0 ? "" : prefix + "/");

        string Needed(string name) => section[name] is { Length: > 0 } value
            ? value
            : throw new CannotStartException($"Kim:S3:{name} is missing: set it, or none of Kim:S3 to keep pictures in a folder.");
    }
}
