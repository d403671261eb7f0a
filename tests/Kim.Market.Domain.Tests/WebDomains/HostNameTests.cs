using Kim.Market.Domain.WebDomains;

namespace Kim.Market.Domain.Tests.WebDomains;

public class HostNameTests
{
    [Theory]
    [InlineData("kimsekarlai.id", "kimsekarlai.id")]
    [InlineData(" https://WWW.KimSekarLai.id/ ", "kimsekarlai.id")]
    [InlineData("http://lapak.kimsekarlai.co.id.", "lapak.kimsekarlai.co.id")]
    [InlineData("desa-ulu.desa.id", "desa-ulu.desa.id")]
    [InlineData("kué.example", "xn--ku-cja.example")]
    public void What_people_write_is_one_name(string typed, string expected) =>
        Assert.Equal(expected, HostName.TryParse(typed, out var host) ? host.Value.Value : null);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kimsekarlai")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("0x7f.1")]
    [InlineData("kim sekar.id")]
    [InlineData("kim.id/etalase")]
    [InlineData("kim.id:8080")]
    [InlineData("orang@kim.id")]
    [InlineData("-kim.id")]
    [InlineData("kim-.id")]
    [InlineData("kim..id")]
    [InlineData("kim_a.id")]
    [InlineData("*.kim.id")]
    public void What_is_no_name_is_none(string? typed) => Assert.False(HostName.TryParse(typed, out _));

    [Fact]
    public void No_part_and_no_whole_is_longer_than_the_DNS_takes()
    {
        Assert.True(HostName.TryParse(new string('a', 63) + ".id", out _));
        Assert.False(HostName.TryParse(new string('a', 64) + ".id", out _));
        Assert.False(HostName.TryParse(string.Join('.', Enumerable.Repeat(new string('a', 60), 5)), out _));
        Assert.False(HostName.TryParse(new string('a', 100_000), out _));
    }
}
