using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Potentials;

namespace Kim.Market.Web.Tests.Potentials;

/// <summary>Villages side by side: what bears one name stands in one row, in one unit, each with its source.</summary>
public sealed class CompareTests(MarketApp app)
{
    private static readonly RegionCode[] Villages =
        [RegionCode.Parse("64.02.07.2001"), RegionCode.Parse("64.02.07.2002"), RegionCode.Parse("64.02.07.2003"), RegionCode.Parse("64.02.07.2004")];

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task Figures_of_one_name_stand_in_one_row_and_in_one_unit()
    {
        await Say(Villages[0], new Figure("Panen uji", 2, "ton/bulan", 2025, "Timbangan kelompok", null));
        await Say(Villages[1], new Figure("panen uji", 1_200, "kg/tahun", 2024, "Profil desa", null), new Figure("Panen uji", 50, "ha", 2019, "Lama", null));

        var reader = app.Visitor();
        await reader.Visit($"/bandingkan?desa={Villages[0]}&desa={Villages[1]}&desa={Villages[2]}");

        var row = reader.All("compared").Single(found => found.QuerySelector("th")!.TextContent.Equals("Panen uji", StringComparison.OrdinalIgnoreCase));
        var cells = row.QuerySelectorAll("td");
        Assert.Contains("2\u00a0ton/bulan", cells[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("2025, Timbangan kelompok", cells[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("1.200\u00a0kg/tahun", cells[1].TextContent, StringComparison.Ordinal); // the latest of two years
        Assert.Equal("= 0,1\u00a0ton/bulan", cells[1].QuerySelector("[data-test=same]")!.TextContent);
        Assert.Null(cells[0].QuerySelector("[data-test=same]"));
        Assert.Contains("belum ada", cells[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_village_is_added_by_its_name_and_taken_out_again()
    {
        var reader = app.Visitor();
        await reader.Visit("/bandingkan");
        await reader.Visit("/bandingkan?tambah=64.02.07.2001");
        Assert.Equal("/bandingkan?desa=64.02.07.2001", reader.Path);
        await reader.Visit("/bandingkan?desa=64.02.07.2001&tambah=Sari+Jaya");
        Assert.True(reader.All("meant-places").Count == 1 || reader.Path.Contains("&desa=", StringComparison.Ordinal));
        await reader.Visit("/bandingkan?desa=64.02.07.2001&tambah=tidakadadesabegini");
        Assert.Contains("Tidak ada desa", reader.Page.QuerySelector("#tambah-salah")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("tidakadadesabegini", reader.Page.QuerySelector("#tambah")!.GetAttribute("value"));

        await reader.Visit(reader.Find("remove")!.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("/bandingkan", reader.Path);
    }

    [Theory]
    [InlineData("?desa=apa&desa=64.02&desa=99.99.99.9999")]
    [InlineData("?desa=64.02.07.2001&desa=64.02.07.2001&desa=64.02.07.2001")]
    [InlineData("?desa=64.02.07.2001&desa=64.02.07.2002&desa=64.02.07.2003&desa=64.02.07.2004&desa=64.02.07.2005&tambah=Batuah")]
    [InlineData("?tambah=%00&Input.Place=x")]
    public async Task Odd_questions_are_answered_with_a_page_of_four_at_most(string query)
    {
        var reader = app.Visitor();
        await reader.Visit("/bandingkan" + query);

        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.True(reader.Page.QuerySelectorAll("[data-test=comparison] thead th").Length <= 5);
    }

    private async Task Say(RegionCode village, params Figure[] figures)
    {
        var kim = await _cast.Kim(village: village);
        var (id, _) = await _cast.Potential(kim, new(PotentialKind.Agriculture, $"Panen {Cast.Mark()}", "Sawah.", figures, [], null, null), village);
        await _cast.Confirmed(id);
    }
}
