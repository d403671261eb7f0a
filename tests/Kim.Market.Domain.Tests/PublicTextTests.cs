namespace Kim.Market.Domain.Tests;

public class PublicTextTests
{
    [Theory]
    [InlineData("Hubungi 0812-3456-7890", true)]
    [InlineData("WA +62 812 3456 789", true)]
    [InlineData("NIK 6402151204900001", true)]
    [InlineData("rek. 123.456.789", true)]
    [InlineData("SK 489/07/401.403.6/2014", false)]
    [InlineData("Rapat 12 anggota pada 3 Maret 2026, hadir 25 orang", false)]
    [InlineData("12345678 dan 12345678", false)]
    [InlineData("", false)]
    public void A_long_number_is_seen_whatever_stands_between(string text, bool holds) => Assert.Equal(holds, PublicText.HoldsNumber(text));
}
