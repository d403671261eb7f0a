using Kim.Market.Domain;
using Kim.Market.Domain.Installations;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Holidays;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Holidays;

/// <summary>On which days the clocks of working days stand still, and who says so.</summary>
public sealed class HolidayTests(MarketApp app)
{
    [Fact]
    public async Task A_year_that_three_ministers_have_settled_has_seventeen_holidays_and_eight_days_of_leave()
    {
        var year = await app.Services.GetRequiredService<WorkCalendar>().OfYearAsync(2026, TestContext.Current.CancellationToken);

        Assert.Equal(17 + 8, year.Count);
        Assert.Equal(8, year.Count(day => day.Name?.StartsWith("Cuti bersama", StringComparison.Ordinal) == true));
        Assert.Equal(5, year.Count(day => day.Name is null));
    }

    [Fact]
    public async Task An_operator_names_a_holiday_and_takes_it_back()
    {
        var member = Id<Member>.New();
        await app.Marketplace.TellAsync(Installation.Id, (Installation known) => Installation.Appoint(known, member, app.Clock.GetUtcNow()), new Metadata(), default);
        var year = app.Clock.GetUtcNow().Year + 1;
        var day = new DateOnly(year, 3, 10);
        var calendar = app.Services.GetRequiredService<WorkCalendar>();
        var before = await calendar.OfAsync(Cast.Village, default);
        var works = before.Holds(day);

        var page = app.As(member);
        await page.Visit("/operator");
        await page.Visit(page.Find("holidays-link")!.GetAttribute("href")!);
        Assert.Equal(page.Text("h1"), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Hari libur {app.Clock.GetUtcNow().Year}")); // a year, not a number of things
        await page.Submit("holiday-form", ("Input.Day", ""), ("Input.Name", "Idulfitri Uji"));
        Assert.Contains("Pilih tanggalnya.", page.Page.Body!.TextContent, StringComparison.Ordinal);
        await page.Submit("holiday-form", ("Input.Day", $"{year}-03-10"), ("Input.Name", "Idulfitri Uji"));
        Assert.Contains(page.All("holiday"), row => row.TextContent.Contains("Idulfitri Uji", StringComparison.Ordinal));
        Assert.False((await calendar.OfAsync(Cast.Village, default)).Holds(day));

        await page.Submit("lift");
        Assert.Equal(works, (await calendar.OfAsync(Cast.Village, default)).Holds(day));
    }
}
