using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Tests.Figures;

/// <summary>How a figure stands to the year before, in the words of a tile.</summary>
public class AgainstTests
{
    [Theory]
    [InlineData("pesanan-selesai", 110, 100, "naik 10% dari setahun sebelumnya")]
    [InlineData("pesanan-selesai", 90, 100, "turun 10% dari setahun sebelumnya")]
    [InlineData("kim-aktif", 18, 17, "naik 1 dari setahun sebelumnya")] // of a few, how many
    [InlineData("kim-aktif", 0, 2, "turun 2 dari setahun sebelumnya")]
    [InlineData("nilai", 15_000, 10_000, "naik 50% dari setahun sebelumnya")]
    [InlineData("nilai", 7, 7, "sama seperti setahun sebelumnya")]
    [InlineData("waktu-jawab", 45, 200, "3 jam setahun sebelumnya")] // sooner is no less
    [InlineData("waktu-jawab", 121, 119, "sama seperti setahun sebelumnya")] // both are told as two hours
    [InlineData("pesanan-selesai", 5, 0, null)]
    public void A_tile_says_what_changed_in_a_year(string slug, long now, long before, string? said) =>
        Assert.Equal(said, new Words().Against(LedgerFigure.Find(slug)!, now, before)?.Replace("\u00a0", " ", StringComparison.Ordinal));
}
