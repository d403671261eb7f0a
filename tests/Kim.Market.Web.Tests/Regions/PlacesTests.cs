using Kim.Market.Domain;
using Kim.Market.Web.Features.Regions;

namespace Kim.Market.Web.Tests.Regions;

[Collection(nameof(RegionsDatabase))]
public class PlacesTests(RegionsDatabase database)
{
    private readonly Places _places = database.Places;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("64.02", 20, 193, 44)]
    [InlineData("64.08", 18, 139, 2)]
    [InlineData("61.04", 20, 253, 9)]
    [InlineData("62.03", 17, 214, 17)]
    public async Task A_regency_has_the_districts_and_villages_of_the_decree(string code, int districts, int villages, int urban)
    {
        var counts = await _places.CountsWithinAsync(RegionCode.Parse(code), Ct);

        Assert.Equal(
            (districts, villages, urban),
            (counts[RegionKind.District], counts[RegionKind.Village], counts[RegionKind.UrbanVillage]));
    }

    [Fact]
    public async Task The_whole_country_is_there()
    {
        var provinces = await _places.ProvincesAsync(Ct);
        var counts = new Dictionary<RegionKind, int>();
        foreach (var province in provinces)
        {
            foreach (var (kind, count) in await _places.CountsWithinAsync(province.Code, Ct))
            {
                counts[kind] = counts.GetValueOrDefault(kind) + count;
            }
        }

        Assert.Equal(38, provinces.Count);
        Assert.Equal(416, counts[RegionKind.Regency]);
        Assert.Equal(98, counts[RegionKind.City]);
        Assert.Equal(7_277, counts[RegionKind.District]);
        Assert.Equal(75_251, counts[RegionKind.Village]);
        Assert.Equal(8_498, counts[RegionKind.UrbanVillage]);
        Assert.Equal(14, counts[RegionKind.CustomaryVillage]);
    }

    [Theory]
    [InlineData("64", "Kalimantan Timur", "Kalimantan Timur")]
    [InlineData("34", "DI Yogyakarta", "DI Yogyakarta")]
    [InlineData("31.71", "Kota Administrasi Jakarta Pusat", "Kota Administrasi Jakarta Pusat, DKI Jakarta")]
    [InlineData("73.10", "Kabupaten Pangkajene dan Kepulauan", "Kabupaten Pangkajene dan Kepulauan, Sulawesi Selatan")]
    [InlineData("64.02.03", "Kec. Loa Janan, Kab. Kutai Kartanegara", "Kec. Loa Janan, Kab. Kutai Kartanegara, Kalimantan Timur")]
    [InlineData("64.02.03.2006", "Desa Batuah, Kec. Loa Janan", "Desa Batuah, Kec. Loa Janan, Kab. Kutai Kartanegara, Kalimantan Timur")]
    [InlineData("64.02.15.1004", "Kel. Sari Jaya, Kec. Sanga Sanga", "Kel. Sari Jaya, Kec. Sanga Sanga, Kab. Kutai Kartanegara, Kalimantan Timur")]
    public async Task A_place_is_written_so_that_it_can_be_found(string code, string place, string full)
    {
        var region = await Find(code);

        Assert.Equal((place, full), (region.PlaceText, region.FullPlaceText));
    }

    [Fact]
    public async Task Namesakes_in_one_regency_are_told_apart_by_their_district()
    {
        string[] sumberSari = [(await Find("64.02.02.2014")).PlaceText, (await Find("64.02.07.2007")).PlaceText, (await Find("64.02.19.2007")).PlaceText];

        Assert.All(sumberSari, place => Assert.StartsWith("Desa Sumber Sari, Kec. ", place, StringComparison.Ordinal));
        Assert.Equal(3, sumberSari.Distinct().Count());
    }

    [Theory]
    [InlineData("64.07.05.2008", "Kampung")]
    [InlineData("11.01.01.2001", "Gampong")]
    [InlineData("11.02.01.2001", "Kute")]
    [InlineData("13.01.01.2001", "Nagari")]
    [InlineData("13.09.01.2007", "Desa")]
    [InlineData("34.04.01", "Kapanewon")]
    [InlineData("34.71.01", "Kemantren")]
    [InlineData("34.71.01.1001", "Kelurahan")]
    [InlineData("91.03.01", "Distrik")]
    [InlineData("91.03.01.3007", "Desa Adat")]
    public async Task A_place_is_called_what_people_there_call_it(string code, string word) =>
        Assert.Equal(word, (await Find(code)).Word);

    [Fact]
    public async Task A_word_that_is_part_of_the_name_is_not_said_twice()
    {
        var drien = await Find("11.01.01.2004");

        Assert.Equal("Gampong Drien, Kec. Bakongan", drien.PlaceText);
    }

    [Theory]
    [InlineData("64.02.08.2001", "64.02.19.2001", "Desa Kedang Ipil, Kec. Kota Bangun Darat")]
    [InlineData("6402131001", "64.02.20.1007", "Kel. Salok Api Darat, Kec. Samboja Barat")]
    public async Task A_code_from_before_the_split_still_leads_to_the_village(string old, string now, string place)
    {
        var region = await Find(old);

        Assert.Equal((now, place), (region.Code.Value, region.PlaceText));
    }

    [Fact]
    public async Task A_code_that_nobody_ever_bore_leads_nowhere() =>
        Assert.Null(await _places.FindAsync(RegionCode.Parse("64.02.03.2999"), Ct));

    [Theory]
    [InlineData("64.02.03.2006", "Asia/Makassar", "WITA")]
    [InlineData("61.04", "Asia/Pontianak", "WIB")]
    [InlineData("62.03", "Asia/Pontianak", "WIB")]
    [InlineData("31", "Asia/Jakarta", "WIB")]
    [InlineData("21", "Asia/Jakarta", "WIB")]
    [InlineData("51", "Asia/Makassar", "WITA")]
    [InlineData("91.71", "Asia/Jayapura", "WIT")]
    public async Task A_place_keeps_the_time_of_its_province(string code, string zone, string word)
    {
        var region = await Find(code);

        Assert.Equal((zone, word), (region.TimeZone, region.TimeWord));
    }

    [Fact]
    public async Task A_long_list_of_villages_comes_in_pages()
    {
        var largest = RegionCode.Parse("95.06.03");
        var read = new List<Region>();
        List<Region> page;
        do
        {
            page = await _places.ChildrenAsync(largest, read.LastOrDefault()?.Code, Ct);
            read.AddRange(page);
        }
        while (page.Count == Places.PageSize);

        Assert.Equal(108, read.Count);
        Assert.Equal(read.Count, read.Select(region => region.Code).Distinct().Count());
    }

    private async Task<Region> Find(string code) => (await _places.FindAsync(RegionCode.Parse(code), Ct))!;
}
