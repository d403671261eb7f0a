using Kim.Market.Domain;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Web.Features.Enquiries;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Enquiries;

/// <summary>What time alone does to an enquiry: told with hours of the past, so that no other test's clock moves.</summary>
public sealed class EnquiryClockTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    private EnquiryDesk Desk => app.Services.GetRequiredService<EnquiryDesk>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_nobody_answered_in_time_is_at_the_office_and_counts_against_the_village()
    {
        var village = RegionCode.Parse("64.02.01.2009");
        var kim = await _cast.Kim("KIM Tanya Diam", village);
        var late = await AskedAsync(kim, village, daysAgo: 20);
        var fresh = await AskedAsync(kim, village, daysAgo: 0);

        await SweepAsync();

        Assert.True((await ReadAsync(late)).AtOffice);
        Assert.False((await ReadAsync(fresh)).AtOffice);
        var reader = app.Visitor();
        await reader.Visit($"/desa/{village}/tanya-jawab");
        Assert.Equal("0 dari 1 dijawab dalam 3 hari kerja", reader.Text("share")); // the fresh one still has its time
        await reader.Visit($"/desa/{village}");
        Assert.Equal("0 dari 1 dijawab dalam 3 hari kerja", reader.Text("share"));
    }

    [Fact]
    public async Task What_was_answered_late_is_said_to_be()
    {
        var village = RegionCode.Parse("64.02.01.2010");
        var kim = await _cast.Kim("KIM Tanya Lambat", village);
        var asked = await AskedAsync(kim, village, daysAgo: 12);
        await SweepAsync();
        var known = await ReadAsync(asked);
        Assert.Null(await Desk.SayAsync(known.EnquiryId, known.BuyerId, Guid.NewGuid(), "Maaf terlambat.", (state, _, now) => state.Answer(Guid.NewGuid(), null, now), new(), Stop));

        var reader = app.Visitor();
        await reader.Visit($"/desa/{village}/tanya-jawab");
        Assert.Equal("0 dari 1 dijawab dalam 3 hari kerja", reader.Text("share"));
        Assert.Contains("dijawab terlambat", reader.Text("public-enquiry"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advertising_is_listed_and_not_counted()
    {
        var village = RegionCode.Parse("64.02.01.2011");
        var kim = await _cast.Kim("KIM Tanya Iklan", village);
        var asked = await AskedAsync(kim, village, daysAgo: 1);
        Assert.Null(await Desk.TellAsync((await ReadAsync(asked)).EnquiryId, (state, _, now) => state.SetAside(SetAsideReason.Advertising, null, now), new(), Stop));

        var reader = app.Visitor();
        await reader.Visit($"/desa/{village}/tanya-jawab");
        Assert.Null(reader.Find("share"));
        Assert.Contains("Disisihkan: iklan", reader.Text("public-enquiry"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_silent_weeks_end_it_and_three_months_later_nobody_is_known_any_more()
    {
        var kim = await _cast.Kim();
        var asked = await AskedAsync(kim, Cast.Village, daysAgo: 120);
        var known = await ReadAsync(asked);
        var ago = app.Clock.GetUtcNow().AddDays(-119);
        Assert.Null(await Desk.SayAsync(known.EnquiryId, known.BuyerId, Guid.NewGuid(), "Boleh.", (state, _, now) => state.Answer(Guid.NewGuid(), null, now), new(), Stop, ago));
        await SweepAsync();
        Assert.Equal(EnquiryStatus.Closed, (await ReadAsync(asked)).State);

        // Closed by the clock of now: only what ended long ago is forgotten.
        await SweepAsync();
        Assert.Equal(EnquiryStatus.Closed, (await ReadAsync(asked)).State);
        var old = await AskedAsync(kim, Cast.Village, daysAgo: 100);
        Assert.Null(await Desk.TellAsync(
            (await ReadAsync(old)).EnquiryId, (state, _, now) => state.Close(now), new(), Stop, app.Clock.GetUtcNow() - EnquiryTimers.Memory - TimeSpan.FromHours(1)));
        await SweepAsync();
        Assert.Equal(EnquiryStatus.Forgotten, (await ReadAsync(old)).State);
    }

    private async Task<string> AskedAsync(Id<Domain.Groups.Group> kim, RegionCode village, int daysAgo)
    {
        var (key, refusal) = await Desk.MakeAsync(
            new(Guid.NewGuid(), EnquiryKind.Visit, village, kim, null, null, "Penanya Contoh", WhatsAppNumber.Parse(Wondering.Number()), null, "Kapan musimnya?", false),
            new(), Stop, app.Clock.GetUtcNow().AddDays(-daysAgo));
        Assert.Null(refusal);
        return key!;
    }

    private async Task<DeskEnquiry> ReadAsync(string key) => (await app.Services.GetRequiredService<EnquiryBook>().OpenAsync(key, Stop))!;

    private async Task SweepAsync()
    {
        while (await app.Services.GetRequiredService<EnquiryTimers>().SweepAsync(Stop) > 0)
        {
            // until nothing is due
        }
    }
}
