using System.Net;
using Kim.Market.Domain;

namespace Kim.Market.Web.Tests.Villages;

/// <summary>What others have settled of a village stands on its page with year and source, as an officer has recorded it.</summary>
public sealed class VillageRecordTests(MarketApp app)
{
    private static readonly RegionCode Village = RegionCode.Parse("64.02.07.2003");
    private static readonly RegionCode Other = RegionCode.Parse("64.02.07.2004");

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task An_officer_records_and_everybody_reads_it_wherever_the_village_is_spoken_of()
    {
        var reader = app.Visitor();
        await reader.Visit($"/desa/{Village}"); // kept before there is anything
        Assert.Null(reader.Find("standing"));
        var officer = app.As(await _cast.Officer("64.02"));
        await officer.Visit("/dinas");
        await officer.Visit(officer.Find("villages-link")!.GetAttribute("href")!);
        await officer.Visit($"/dinas/desa/{Village}");
        await officer.Submit("index-form", ("Input.Status", "Advanced"), ("Input.Score", "0,7712"), ("Input.Year", "2024"), ("Input.Source", "Daftar kementerian (uji)"));
        await officer.Submit("index-form", ("Input.Status", "Growing"), ("Input.Year", "2022"), ("Input.Source", "Daftar lama (uji)"));
        await officer.Submit("class-form", ("Input.Class", "Pioneering"), ("Input.Year", "2020"), ("Input.Source", "Keputusan bupati (uji)"));
        Assert.Equal(3, officer.All("recorded-year").Count);

        await reader.Visit($"/desa/{Village}");
        var standing = reader.Page.QuerySelector("[data-test=standing]")!;
        Assert.Contains("maju (0,7712)", standing.TextContent, StringComparison.Ordinal);
        Assert.Contains("2024, Daftar kementerian (uji)", standing.TextContent, StringComparison.Ordinal);
        Assert.Contains("rintisan", standing.TextContent, StringComparison.Ordinal);
        Assert.Contains("6 tahun lalu", standing.QuerySelector("[data-test=stale]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Daftar lama (uji)", reader.Page.QuerySelector("details [data-test=standing]")!.TextContent, StringComparison.Ordinal);
        await reader.Visit($"/bandingkan?desa={Village}&desa={Other}");
        Assert.Contains(reader.Texts("compared-standing"), row => row.Contains("maju (0,7712)", StringComparison.Ordinal) && row.Contains("belum ada", StringComparison.Ordinal));
        await reader.Visit("/wilayah/64.02.07");
        Assert.Contains("maju", reader.Text("standings"), StringComparison.Ordinal);
        await reader.Visit($"/desa/{Village}/prospektus");
        Assert.Contains("maju (0,7712), 2024, Daftar kementerian (uji)", reader.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_a_slip_is_struck_or_never_taken()
    {
        var officer = app.As(await _cast.Officer("64.02"));
        await officer.Visit($"/dinas/desa/{Other}");
        await officer.Submit("index-form", ("Input.Status", "Independent"), ("Input.Score", "0,7712"), ("Input.Year", "2024"), ("Input.Source", "Daftar"));
        Assert.Contains("Skor ini menunjukkan status lain", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Submit("class-form", ("Input.Class", "Independent"), ("Input.Year", "2025"), ("Input.Source", "Desa yang salah"));
        await officer.Submit("strike-year");

        Assert.Null(officer.Find("recorded-year"));
        var reader = app.Visitor();
        await reader.Visit($"/desa/{Other}");
        Assert.Null(reader.Find("standing"));
    }

    [Fact]
    public async Task A_kelurahan_is_never_asked_for_an_index_and_another_region_for_nothing()
    {
        var officer = app.As(await _cast.Officer("64.02"));
        await officer.Visit($"/dinas/desa/{Cast.Village}");
        Assert.NotNull(officer.Find("no-index"));
        Assert.Null(officer.Find("index-form"));
        await officer.Visit("/dinas/desa/64.08.05.2004");
        Assert.Equal(HttpStatusCode.NotFound, officer.Status);
        await officer.Visit("/dinas/desa?desa=Saka%2C+Sangkulirang");
        Assert.Contains("di luar wilayah dinas Anda", officer.Page.Body!.TextContent, StringComparison.Ordinal);
    }
}
