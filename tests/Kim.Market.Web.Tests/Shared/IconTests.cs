using System.Text.RegularExpressions;
using Kim.Market.Web.Features.Shared;

namespace Kim.Market.Web.Tests.Shared;

public class IconTests
{
    [Fact]
    public async Task Every_icon_a_view_names_is_drawn()
    {
        await using var app = await ShellApp.Start();
        var named = Repository.Files("src/Kim.Market.Web/Features", ".cshtml")
            .SelectMany(file => Regex.Matches(file.Text, "<icon name=\"([^\"@]+)\"").Select(match => match.Groups[1].Value))
            .Distinct()
            .ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.StartsWith($"<symbol id=\"i-{name}\"", app.The<Icons>().Symbol(name), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_carries_each_of_its_icons_once()
    {
        await using var app = await ShellApp.Start();
        using var answer = await app.Get("/tidak/ada");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var used = Regex.Matches(page, "<use href=\"#(i-[a-z]+)\"").Select(match => match.Groups[1].Value).Distinct().Order();
        var drawn = Regex.Matches(page, "<symbol id=\"(i-[a-z]+)\"").Select(match => match.Groups[1].Value).Order();

        Assert.Equal(used, drawn);
    }

    [Fact]
    public async Task A_name_nobody_has_drawn_is_found_out()
    {
        await using var app = await ShellApp.Start();

        var mistake = Assert.Throws<KeyNotFoundException>(() => app.The<Icons>().Symbol("kerajang"));

        Assert.Contains("cart", mistake.Message, StringComparison.Ordinal);
    }
}
