using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Kim.Market.Benchmarks.Pages;

/// <summary>A guest on the way from a product to the confirmed order: cart, till, order, confirmation.</summary>
internal static partial class Shopper
{
    /// <summary>Puts one piece into a new cart.</summary>
    /// <returns>What tells whose cart it is.</returns>
    public static async Task<CookieContainer> FillAsync(Uri site, string slug)
    {
        var cookies = new CookieContainer();
        using var http = Guest(site, cookies);
        await PostAsync(http, "/keranjang/tambah", ("slug", slug), ("jumlah", "1"));
        return cookies;
    }

    /// <summary>Puts one piece into a new cart, and orders it.</summary>
    public static async Task OrderAsync(Uri site, string slug)
    {
        var cookies = new CookieContainer();
        using var http = Guest(site, cookies);
        await PostAsync(http, "/keranjang/tambah", ("slug", slug), ("jumlah", "1"));
        await OrderAsync(http);
    }

    /// <summary>Orders what lies in a cart.</summary>
    public static async Task OrderAsync(Uri site, CookieContainer cart)
    {
        using var http = Guest(site, cart);
        await OrderAsync(http);
    }

    /// <summary>From the cart to the page of the order: four requests.</summary>
    private static async Task OrderAsync(HttpClient http)
    {
        await http.GetStringAsync(new Uri("/keranjang", UriKind.Relative));
        var till = await http.GetStringAsync(new Uri("/checkout", UriKind.Relative));
        var order = await PostAsync(
            http, "/checkout",
            ("__RequestVerificationToken", ValueOf(till, "__RequestVerificationToken")), ("Input.Command", Guid.NewGuid().ToString()),
            ("Input.Name", "Pembeli Uji"), ("Input.WhatsApp", string.Create(CultureInfo.InvariantCulture, $"0812-0000-{Random.Shared.Next(10_000):0000}")),
            ("Input.Handover", "Pickup"), ("Input.SeenPickup", ValueOf(till, "Input.SeenPickup")), ("Input.SeenDelivery", "0"));
        await http.GetStringAsync(new Uri(order, UriKind.RelativeOrAbsolute));
    }

    private static HttpClient Guest(Uri site, CookieContainer cookies)
    {
#pragma warning disable CA2000 // the client disposes of it
        return new(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = site };
#pragma warning restore CA2000
    }

    private static async Task<string> PostAsync(HttpClient http, string path, params (string Name, string Value)[] fields)
    {
        using var body = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body);
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode} without a way on.");
    }

    private static string ValueOf(string page, string field)
    {
        var input = Inputs().Matches(page).Select(match => match.Value).First(tag => tag.Contains($"name=\"{field}\"", StringComparison.Ordinal));
        return Values().Match(input).Groups[1].Value;
    }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Values();
}
