using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kim.Market.Benchmarks.Pages;

/// <summary>The least a web server can do: Kestrel with ready bytes, and one prepared query without a page around it.</summary>
internal static class BareServer
{
    /// <summary>The list of newest products, as plainly as Npgsql reads it.</summary>
    private const string Newest =
        """
        select p.slug, p.name, p.price, p.unit, p.photo, s.on_hand - s.reserved, p.business, p.place
        from read.shelf p
        join read.stock_levels s on s.product_id = p.product_id
        where p.is_listed and (p.listed_at, p.product_id) < ('9999-01-01', '00000000-0000-0000-0000-000000000000')
        order by p.listed_at desc, p.product_id desc
        limit 25
        """;

    public static async Task<WebApplication> StartAsync(byte[] page, NpgsqlDataSource db)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(context => context.Request.Path == "/rows" ? RowsAsync(context, db) : BytesAsync(context, page));
        await app.StartAsync();
        return app;
    }

    private static async Task BytesAsync(HttpContext context, byte[] page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page);
    }

    private static async Task RowsAsync(HttpContext context, NpgsqlDataSource db)
    {
        await using var command = db.CreateCommand(Newest);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            await context.Response.WriteAsync($"{row.GetString(0)} {row.GetString(1)} {row.GetInt64(2)} {row.GetString(6)} {row.GetString(7)}\n");
        }
    }
}
