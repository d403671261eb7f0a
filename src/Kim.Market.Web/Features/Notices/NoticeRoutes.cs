using System.Text;
using Kim.Market.Web.Features.Notices;

namespace Kim.Market.Web;

/// <summary>The script that browsers keep: to be told by, and to read again what they have seen where there is no signal. It stands at the root, for it speaks for the whole site.</summary>
public static class NoticeRoutes
{
    public const string Worker = "~/kabar.js";

    private static readonly byte[] Script = Read();

    public static void MapNotices(this IEndpointRouteBuilder app) => app.MapGet(Worker[1..], (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(Script, "text/javascript; charset=utf-8");
    }).WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Mengunduh skrip kecil yang menampilkan kabar dan halaman terakhir di browsernya" });

    private static byte[] Read()
    {
        using var reader = new StreamReader(typeof(Courier).Assembly.GetManifestResourceStream($"{typeof(Courier).Namespace}.worker.js")!);
        return Encoding.UTF8.GetBytes(reader.ReadToEnd());
    }
}
