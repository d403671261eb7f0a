using Kim.Market.Domain;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Contests;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Contests;

/// <summary>Contests as tests need them, through the same desk as everybody.</summary>
internal static class AContest
{
    /// <summary>One that takes entries from today on, and has one of this KIM.</summary>
    public static async Task<Id<Contest>> Entered(MarketApp app, Cast cast, Id<Group> kim, RegionCode region)
    {
        var (id, desk) = (Id<Contest>.New(), app.Services.GetRequiredService<ContestDesk>());
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime); // as it is there
        var terms = new ContestTerms("Cerita desa terbaik", "Satu cerita tentang satu pembuat.", [new("Isi", 60), new("Foto", 40)], today, today.AddDays(20), 1);
        Assert.Null(await desk.AnnounceAsync(id, await cast.Office(region), terms, Asker.Visitor, default));
        var slug = (await app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), default)).Single();
        Assert.Null(await desk.EnterAsync(id.Value, kim.Value, "Karya contoh", "Tiga bersaudara, satu dapur.", $"/kim/{slug}", Asker.Visitor, default));
        return id;
    }
}
