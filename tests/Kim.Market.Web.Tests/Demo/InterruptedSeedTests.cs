using System.Diagnostics;

namespace Kim.Market.Web.Tests.Demo;

/// <summary>A seed that was interrupted leaves half a market, which nobody shall take for a whole one.</summary>
public class InterruptedSeedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_cleared_away_and_begins_anew()
    {
        await using var bed = await Seedbed.OpenAsync();
        await bed.SeedHalfAsync();
        Assert.True(await bed.Record.IsHalfAsync(Stop));

        Assert.True(await bed.Record.TryWipeAsync(Stop));
        await bed.PrepareAsync();
        Assert.True(await bed.Record.IsEmptyAsync(Stop));
        await bed.SeedAsync(ct: Stop);

        Assert.False(await bed.Record.IsHalfAsync(Stop));
    }

    [Fact]
    public async Task What_somebody_else_has_written_into_it_is_kept()
    {
        await using var bed = await Seedbed.OpenAsync();
        await bed.SeedHalfAsync();
        await new Cast(bed.Services).Kim("KIM Sungguhan");

        Assert.False(await bed.Record.TryWipeAsync(Stop));

        Assert.Equal(["KIM Sungguhan"], await bed.LinesAsync($"select name from groups where name = 'KIM Sungguhan'"));
    }

    [Fact]
    public async Task A_market_that_was_never_seeded_is_kept()
    {
        await using var own = await Seedbed.OpenAsync();
        await new Cast(own.Services).Kim();

        Assert.False(await own.Record.TryWipeAsync(Stop));

        Assert.False(await own.Record.IsEmptyAsync(Stop));
    }

    [Theory]
    [InlineData("serve", "There is only half a market here")]
    [InlineData("seed demo", "Seeding a demo into this database was interrupted")]
    public async Task On_a_server_of_the_operators_own_it_is_left_and_the_way_out_is_named(string verb, string said)
    {
        await using var bed = await Seedbed.OpenAsync();
        await bed.Record.BeginAsync(DateTimeOffset.UtcNow, Stop);
        await new Cast(bed.Services).Kim();

        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Kim.Market.Web.dll"), .. verb.Split(' '), "--data", bed.Data, "--database", bed.ConnectionString])
        {
            RedirectStandardError = true,
        };
        using var program = Process.Start(start)!;
        var complaint = await program.StandardError.ReadToEndAsync(Stop);
        await program.WaitForExitAsync(Stop);

        Assert.Equal(1, program.ExitCode);
        Assert.Contains(said, complaint, StringComparison.Ordinal);
        Assert.Contains("Make a new, empty database", complaint, StringComparison.Ordinal);
        Assert.False(await bed.Record.IsEmptyAsync(Stop));
    }
}
