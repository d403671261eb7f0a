using Deque.AxeCore.Commons;
using Kim.Market.Web.Tests.Accounts;
using Microsoft.Playwright;

namespace Kim.Market.Browser.Tests;

/// <summary>Somebody in front of a screen. Elements go by their <c>data-test</c> hook.</summary>
/// <param name="scripts">Whether scripts run.</param>
public sealed class Visitor(MarketSite site, IBrowserContext context, bool scripts) : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // A picture of a whole page costs as much as everything else that is done on it.
    private static readonly bool IsPhotographing = Environment.GetEnvironmentVariable("KIM_TEST_SCREENS") == "1";

    private readonly List<string> _complaints = [];
    private IPage? _page;

    public IPage Page => _page!;

    /// <summary>What the browser complained about: script errors, blocked content, requests that failed or left the site.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Find(string hook) => Page.Locator($"[data-test={hook}]");

    /// <summary>The first of these that is on the screen at this width: phones have their buttons in a bar.</summary>
    public ILocator Shown(string hook) => Page.Locator($"[data-test={hook}]:visible").First;

    public async Task<Visitor> OpenAsync(string path)
    {
        if (_page is null)
        {
            _page = await context.NewPageAsync();
            _page.PageError += (_, error) => _complaints.Add($"script: {error}");
            _page.Console += (_, message) =>
            {
                if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                {
                    _complaints.Add($"console: {message.Text}");
                }
            };
            _page.Request += (_, request) =>
            {
                if (!site.IsOurs(request.Url) && !request.Url.StartsWith($"{site.Stripe.Address}/c/pay/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                    && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                {
                    _complaints.Add($"left the site: {request.Url}");
                }
            };
        }

        await _page.GotoAsync(path);
        return this;
    }

    /// <summary>Signs in, and ends on the first page of whoever it is.</summary>
    public async Task SignInAsync((string Phone, string Password) account, string lands = "**/lapak/pesanan**", string from = "")
    {
        await OpenAsync(from + "/masuk");
        await Page.Locator("[name='Input.Login']").FillAsync(account.Phone);
        await Page.Locator("[name='Input.Password']").FillAsync(account.Password);
        await Page.Locator("[name='Input.Password']").PressAsync("Enter");
        await (lands == "**"
            ? Page.WaitForURLAsync(url => !url.Contains("/masuk", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit })
            : Page.WaitForURLAsync(lands, new() { WaitUntil = WaitUntilState.Commit })); // whatever is done next waits for what it needs
    }

    /// <summary>Chairs and officers enrol a second step before their desk opens.</summary>
    public async Task SecureAsync(string password)
    {
        await OpenAsync("/akun/dua-langkah");
        await Page.Locator("[name='Input.Password']").FillAsync(password);
        await Find("begin-two-steps").ClickAsync();
        await Page.Locator("[name='Input.Code']").FillAsync(Authenticator.Code(await Find("authenticator-key").InnerTextAsync()));
        await Find("confirm-code").ClickAsync();
        await Find("recovery-codes").WaitForAsync();
    }

    /// <summary>Keeps a picture of the page and asks of it what every page owes everybody.</summary>
    public async Task LookAsync(string name)
    {
        await PhotographAsync(name);
        Assert.True(await FitsAsync(), $"{name} is wider than {Page.ViewportSize!.Width} px: {string.Join("; ", await SticksOutAsync())}");
        Assert.Equal(1, await Page.Locator("h1").CountAsync());
        Assert.Equal("", string.Join(" | ", _complaints));
        if (scripts)
        {
            Assert.Equal("", string.Join(" | ", await BarriersAsync())); // what looks for barriers is a script itself
        }
    }

    /// <summary>Turns the screen, or takes another.</summary>
    public Task WidenAsync(int width) => Page.SetViewportSizeAsync(width, width < 600 ? 844 : 900);

    /// <summary>Whether the page is no wider than the screen.</summary>
    /// <remarks>A page that a press has just brought may stand at the width of another screen for a moment, until the browser has told it of this one.</remarks>
    public async Task<bool> FitsAsync()
    {
        for (var patience = 0; patience < 10; patience++)
        {
            if (await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"))
            {
                return true;
            }

            await Task.Delay(100);
        }

        return false;
    }

    /// <summary>What reaches beyond the right edge, innermost first.</summary>
    private async Task<string[]> SticksOutAsync() => await Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > window.innerWidth + 1)
          .reverse().slice(0, 4).map(element => `${Math.round(element.getBoundingClientRect().right)} px ${element.outerHTML.slice(0, 160)}`)
        """);

    /// <summary>What keeps people with a screen reader or a keyboard out of the page, in words; nothing, if it is as it should be.</summary>
    public async Task<string[]> BarriersAsync()
    {
        await Page.EvaluateAsync(Axe);
        return await Page.EvaluateAsync<string[]>(
            """
            () => axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.map(violation =>
              `${location.pathname}: ${violation.id} (${violation.impact}): ${violation.nodes.slice(0, 3).map(node => node.html).join('; ')}`))
            """);
    }

    /// <summary>Keeps a picture of the whole page for people to look at, when they said that they want to.</summary>
    public async Task PhotographAsync(string name)
    {
        if (IsPhotographing)
        {
            await Page.ScreenshotAsync(new()
            {
                Path = Path.Combine(AppContext.BaseDirectory, "screens", $"{name}-{Page.ViewportSize!.Width}.png"),
                FullPage = true,
            });
        }
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
