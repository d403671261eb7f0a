namespace Kim.Market.Web.Tests;

public class CursorTests
{
    private static readonly Guid Somebody = Guid.Parse("0192f0c4-0000-7000-8000-00000000002a");

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(long.MaxValue)]
    public void A_rank_survives_the_address_line(long rank)
    {
        Assert.True(Cursor.TryRead(Cursor.Of(rank, Somebody), out long read, out var id));
        Assert.Equal((rank, Somebody), (read, id));
    }

    [Fact]
    public void A_moment_survives_the_address_line()
    {
        var moment = new DateTime(2026, 11, 21, 7, 3, 15, 123, DateTimeKind.Utc).AddTicks(4560);

        Assert.True(Cursor.TryRead(Cursor.Of(moment, Somebody), out DateTime read, out _));
        Assert.Equal((moment, DateTimeKind.Utc), (read, read.Kind));
    }

    [Fact]
    public void The_longest_name_survives_the_address_line()
    {
        var name = new string('é', Domain.Limits.Name);

        Assert.True(Cursor.TryRead(Cursor.Of(name, Somebody), out string read, out var id));
        Assert.Equal((name, Somebody), (read, id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("' or 1=1 --")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Whatever_was_not_written_here_is_no_cursor(string? text)
    {
        Assert.False(Cursor.TryRead(text, out long _, out _));
        Assert.False(Cursor.TryRead(text, out DateTime _, out _));
    }

    [Fact]
    public void A_rank_that_is_no_moment_is_no_cursor_of_moments() =>
        Assert.False(Cursor.TryRead(Cursor.Of(-1, Somebody), out DateTime _, out _));

    [Fact]
    public void A_name_the_database_could_not_read_is_no_cursor() =>
        Assert.False(Cursor.TryRead(Cursor.Of("a\0b", Somebody), out string _, out _));
}
