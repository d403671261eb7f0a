namespace Kim.Market.Domain.Tests;

public class PaperCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly PaperCode Code = PaperCode.Of('P', [0x9f, 0x3c, 0x21, 0xab, 0x55, 0x00, 0xfe]);

    [Fact]
    public void It_is_read_however_it_is_typed()
    {
        Assert.Equal('P', Code.Kind);
        Assert.Matches("^P[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", Code.ToString());
        foreach (var typed in new[] { Code.Value, Code.ToString(), Code.Value.ToLowerInvariant(), $" {Code.ToString().Replace('-', ' ')} ", Code.Value.Replace('0', 'o').Replace('1', 'l') })
        {
            Assert.True(PaperCode.TryParse(typed, out var read), typed);
            Assert.Equal(Code, read);
        }
    }

    [Fact]
    public void No_single_slip_and_no_swap_of_neighbours_goes_unnoticed()
    {
        for (var at = 0; at < PaperCode.Length; at++)
        {
            foreach (var wrong in Alphabet.Where(letter => letter != Code.Value[at]))
            {
                Assert.False(PaperCode.TryParse(Code.Value[..at] + wrong + Code.Value[(at + 1)..], out _));
            }

            if (at > 0 && Code.Value[at] != Code.Value[at - 1])
            {
                Assert.False(PaperCode.TryParse($"{Code.Value[..(at - 1)]}{Code.Value[at]}{Code.Value[at - 1]}{Code.Value[(at + 1)..]}", out _));
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P7K3")]
    [InlineData("----")]
    [InlineData("P\u0000K3M9TX2D4H")]
    [InlineData("ＰＰＰＰＰＰＰＰＰＰＰＰ")]
    public void What_is_no_code_is_none(string? typed) => Assert.False(PaperCode.TryParse(typed, out _));

    [Fact]
    public void One_sign_too_many_is_none() => Assert.False(PaperCode.TryParse(Code.Value + "0", out _));
}
