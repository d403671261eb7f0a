using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kim.Market.Web.Tests;

/// <summary>What a person sees and does: opens pages, fills in forms, presses buttons; redirects are followed, cookies kept.</summary>
/// <remarks>Elements are named by their <c>data-test</c> hook, or by a CSS selector.</remarks>
public sealed class Browser
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly MarketApp _app;

    public Browser(MarketApp app, Id<Member>? member, bool isStrong = true)
    {
        _app = app;
        _http = app.CreateDefaultClient(new RedirectHandler(), new CookieContainerHandler(_cookies));
        if (member is { } known)
        {
            SignIn(app, known, isStrong);
        }
    }

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of the page being shown, after all redirects.</summary>
    public string Path { get; private set; } = "/";

    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>The header lines of the last answer, those of its content among them.</summary>
    public ILookup<string, string> Headers { get; private set; } = Array.Empty<string>().ToLookup(text => text);

    /// <summary>The client beneath, for requests no browser would send.</summary>
    public HttpClient Http => _http;

    /// <summary>The same person with the same cookies, who follows no redirect.</summary>
    public HttpClient Alone() => _app.CreateDefaultClient(new CookieContainerHandler(_cookies));

    public IElement? Find(string element) => Page.QuerySelector(Selector(element));

    public IReadOnlyList<IElement> All(string element) => [.. Page.QuerySelectorAll(Selector(element))];

    /// <summary>The words of the first such element, white space made single; empty when there is none.</summary>
    public string Text(string element) => Find(element) is { } found ? Words(found) : "";

    public IReadOnlyList<string> Texts(string element) => [.. All(element).Select(Words)];

    public string? Cookie(string name) => _cookies.GetCookies(_http.BaseAddress!)[name]?.Value is { } value ? Uri.UnescapeDataString(value) : null;

    public void SetCookie(string name, string value) => _cookies.Add(_http.BaseAddress!, new Cookie(name, value, "/"));

    public async Task<Browser> Visit(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Show(request);
    }

    /// <summary>Sends a form as it stands on a page for everybody: without a token.</summary>
    public async Task<Browser> Post(string path, params (string Field, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value))),
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
        };
        return await Show(request);
    }

    /// <summary>Presses a button, or sends a form: with what the page had filled in, save for the answers given.</summary>
    public async Task<Browser> Submit(string element, params (string Field, string Value)[] answers)
    {
        using var request = Filled(element, answers);
        return await Show(request);
    }

    /// <summary>Sends a form with a file, as a telephone does with a photo.</summary>
    public async Task<Browser> Upload(string element, string fileField, byte[] file, params (string Field, string Value)[] answers)
    {
        using var filled = Filled(element, answers);
        using var parts = new MultipartFormDataContent();
        foreach (var (field, value) in QueryHelpers.ParseQuery(await filled.Content!.ReadAsStringAsync()))
        {
            parts.Add(new StringContent(value.ToString()), field);
        }

        parts.Add(new ByteArrayContent(file), fileField, "IMG_0001.jpg");
        using var request = new HttpRequestMessage(HttpMethod.Post, filled.RequestUri)
        {
            Content = parts,
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
        };
        return await Show(request);
    }

    /// <summary>The request that <see cref="Submit"/> would send, to be sent some other way.</summary>
    public HttpRequestMessage Filled(string element, params (string Field, string Value)[] answers)
    {
        var pressed = Find(element) ?? throw new InvalidOperationException($"{Path} shows no '{element}'. It shows: {Words(Page.Body!)}");
        var form = pressed as IHtmlFormElement ?? (pressed as IHtmlButtonElement)?.Form ?? pressed.Closest("form") as IHtmlFormElement
            ?? throw new InvalidOperationException($"'{element}' belongs to no form.");
        var fields = Fields(form).Where(field => !answers.Any(answer => answer.Field == field.Key))
            .Concat(answers.Select(answer => KeyValuePair.Create(answer.Field, answer.Value))).ToList();
        if (pressed is IHtmlButtonElement { Name: { } name } button)
        {
            fields.Add(new(name, button.Value));
        }

        var address = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? Path;
        return new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields),
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
        };
    }

    private static string Selector(string element) => element.AsSpan().IndexOfAny(".#[ >:") >= 0 ? element : $"[data-test={element}], {element}";

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form) => form.Elements
        .Select(element => element switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => default,
            IHtmlInputElement { Name: { } name, Type: not ("submit" or "file") } input => KeyValuePair.Create(name, input.Value),
            IHtmlTextAreaElement { Name: { } name } area => KeyValuePair.Create(name, area.Value),
            IHtmlSelectElement { Name: { } name } choice => KeyValuePair.Create(name, choice.Value ?? ""),
            _ => default,
        })
        .Where(field => field.Key is not null);

    private void SignIn(MarketApp app, Id<Member> member, bool isStrong)
    {
        var session = app.Services.GetRequiredService<Sessions>().BeginAsync(member.Value, "Chrome, Android", isStrong, default).GetAwaiter().GetResult();
        var scheme = IdentityConstants.ApplicationScheme;
        var options = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var person = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, member.ToString()), new Claim(Sessions.Claim, session.ToString())], scheme));
        var now = app.Clock.GetUtcNow();
        var ticket = new AuthenticationTicket(person, new() { IssuedUtc = now, ExpiresUtc = now.AddDays(7) }, scheme);
        SetCookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
    }

    private async Task<Browser> Show(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        Status = response.StatusCode;
        Path = response.RequestMessage!.RequestUri!.PathAndQuery;
        Headers = response.Headers.Concat(response.Content.Headers)
            .SelectMany(header => header.Value, (header, value) => (header.Key, value))
            .ToLookup(header => header.Key, header => header.value, StringComparer.OrdinalIgnoreCase);
        Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        return this;
    }
}
