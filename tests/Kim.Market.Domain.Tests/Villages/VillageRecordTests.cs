using System.Globalization;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Villages;

namespace Kim.Market.Domain.Tests.Villages;

public class VillageRecordTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Office> Office = Id<Office>.New();
    private static readonly RegionCode Village = RegionCode.Parse("64.02.01.2005");
    private static readonly VillageIndex Index = new(VillageStatus.Advanced, 0.7712m, 2024, " Daftar kementerian ");
    private static readonly TourismStanding Pioneer = new(TourismClass.Pioneering, 2023, "SK Bupati (contoh)");

    [Fact]
    public void The_first_thing_on_record_opens_it_and_the_village_finds_it()
    {
        var happened = VillageRecord.RecordIndex(null, Village, Index, Office, Now);

        Assert.Equal(new VillageRecordOpened(VillageRecord.Of(Village), Village, Now), happened[0]);
        Assert.Equal(new VillageIndexRecorded(VillageStatus.Advanced, 0.7712m, 2024, "Daftar kementerian", Office, Now), happened[1]);
        Assert.NotEqual(VillageRecord.Of(Village), VillageRecord.Of(RegionCode.Parse("64.02.01.2006")));
    }

    [Fact]
    public void Every_year_has_one_and_the_others_stay()
    {
        var known = After(null, VillageRecord.RecordIndex(null, Village, Index, Office, Now));
        known = After(known, VillageRecord.RecordIndex(known, Village, new(VillageStatus.Growing, null, 2023, "Daftar"), Office, Now));
        known = After(known, VillageRecord.RecordIndex(known, Village, Index with { Score = 0.7801m }, Office, Now)); // put right

        Assert.Equal([2023, 2024], known.Indices.Keys.Order());
        Assert.Equal(0.7801m, known.Indices[2024].Score);
        Assert.Empty(VillageRecord.RecordIndex(known, Village, Index with { Score = 0.7801m }, Office, Now));
        known = After(known, known.StrikeIndex(2024, Office, Now));
        Assert.Equal([2023], known.Indices.Keys);
        Assert.Empty(known.StrikeIndex(2024, Office, Now));
    }

    [Theory]
    [InlineData("64.02.15.1004")] // a kelurahan
    [InlineData("64.02.15")]
    public void Only_a_desa_has_an_index(string place) =>
        VillageRecord.RecordIndex(null, RegionCode.Parse(place), Index, Office, Now).ThenRefused(VillageRefusals.OnlyDesa);

    [Fact]
    public void A_kelurahan_can_receive_visitors_and_a_kecamatan_is_none()
    {
        var known = After(null, VillageRecord.RecordClass(null, RegionCode.Parse("64.02.15.1004"), Pioneer, Office, Now));
        Assert.Equal(TourismClass.Pioneering, known.Classes[2023].Class);
        Assert.Empty(After(known, known.StrikeClass(2023, Office, Now)).Classes);
        VillageRecord.RecordClass(null, RegionCode.Parse("64.02.15"), Pioneer, Office, Now).ThenRefused(VillageRefusals.NotAVillage);
    }

    [Theory]
    [InlineData("0", VillageStatus.FarBehind)]
    [InlineData("0.4907", VillageStatus.FarBehind)]
    [InlineData("0.4908", VillageStatus.Behind)]
    [InlineData("0.5989", VillageStatus.Behind)]
    [InlineData("0.5990", VillageStatus.Growing)]
    [InlineData("0.7072", VillageStatus.Growing)]
    [InlineData("0.7073", VillageStatus.Advanced)]
    [InlineData("0.8155", VillageStatus.Advanced)]
    [InlineData("0.8156", VillageStatus.Independent)]
    [InlineData("1", VillageStatus.Independent)]
    public void A_score_says_the_status_by_the_bounds_of_the_law(string score, VillageStatus status) =>
        Assert.Equal(status, VillageIndex.StatusOf(decimal.Parse(score, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_score_that_says_another_status_is_a_slip_while_the_old_law_held()
    {
        Record(Index with { Status = VillageStatus.Independent }).ThenRefused(VillageRefusals.ScoreDisagrees);
        Assert.Equal(2, Record(Index with { Status = VillageStatus.Independent, Year = 2025 }).Count);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Record(Index with { Score = 1.0001m }).ThenRefused(VillageRefusals.Score);
        Record(Index with { Score = 0.77125m }).ThenRefused(VillageRefusals.Score);
        Record(Index with { Year = 2027 }).ThenRefused(VillageRefusals.Year(2015));
        Record(Index with { Year = 2014 }).ThenRefused(VillageRefusals.Year(2015));
        Record(Index with { Source = " " }).ThenRefused(VillageRefusals.SourceLength);
        Record(Index with { Source = "Pak Lurah 0812 3456 7890" }).ThenRefused(VillageRefusals.SourceHoldsNumber);
        VillageRecord.RecordClass(null, Village, Pioneer with { Year = 1999 }, Office, Now).ThenRefused(VillageRefusals.Year(2000));
    }

    private static Decision<VillageEvent> Record(VillageIndex index) => VillageRecord.RecordIndex(null, Village, index, Office, Now);

    private static VillageRecord After(VillageRecord? known, IEnumerable<VillageEvent> happened) => happened.Aggregate(known, VillageRecord.Evolve)!;
}
