using System.Diagnostics;
using System.Security.Claims;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kim.Market.Benchmarks.Regency;

/// <summary>Somebody of the office at a browser, signed in.</summary>
internal sealed class Officer : IDisposable
{
    private readonly HttpClient _http;

    private Officer(Uri site, string cookie)
    {
        _http = new() { BaseAddress = site, Timeout = TimeSpan.FromMinutes(5) };
        _http.DefaultRequestHeaders.Add("Cookie", cookie);
        _http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
    }

    public static async Task<Officer> SignInAsync(WebApplication market, Id<Member> member)
    {
        var session = await market.Services.GetRequiredService<Sessions>().BeginAsync(member.Value, "Chrome, Windows", isStrong: true, default);
        var scheme = IdentityConstants.ApplicationScheme;
        var options = market.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var person = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, member.ToString()), new Claim(Sessions.Claim, session.ToString())], scheme));
        var now = DateTimeOffset.UtcNow;
        var ticket = new AuthenticationTicket(person, new() { IssuedUtc = now, ExpiresUtc = now.AddDays(7) }, scheme);
        return new(new(market.Urls.First()), $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}");
    }

    /// <returns>How long until the last byte was there, and how many there were.</returns>
    public async Task<(TimeSpan Took, long Bytes, string Status)> OpenAsync(string address)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await _http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var (buffer, bytes) = (new byte[64 * 1024], 0L);
        while (await body.ReadAsync(buffer) is > 0 and var read)
        {
            bytes += read;
        }

        return (Stopwatch.GetElapsedTime(start), bytes, ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public void Dispose() => _http.Dispose();
}
