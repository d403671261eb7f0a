using System.Diagnostics;
using System.Globalization;
using Kim.Market.Web.Hosting.Postgres;

namespace Kim.Market.Web.Tests.Hosting;

/// <summary>The program as an operator starts, stops and kills it.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly OpenFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_crashed_program_leaves_its_database_to_the_next_one()
    {
        using var program = Start("serve", "--data", _folder.Path, "--port", Ports.Free().ToString(CultureInfo.InvariantCulture));
        await OpenedAsync(program);

        using (var second = Start("serve", "--data", _folder.Path, "--port", Ports.Free().ToString(CultureInfo.InvariantCulture)))
        {
            await second.WaitForExitAsync(Stop);
            Assert.Equal(1, second.ExitCode);
            Assert.Contains(
                string.Create(CultureInfo.InvariantCulture, $"already being served by process {program.Id} at"),
                await second.StandardError.ReadToEndAsync(Stop), StringComparison.Ordinal);
        }

        program.Kill();
        await program.WaitForExitAsync(Stop);

        await using var next = await EmbeddedPostgres.StartAsync(_folder.Path, Stop);
        Assert.True(next.Adopted);
        await next.DisposeAsync();
        Assert.Null(next.ProcessId);
    }

    [Fact]
    public async Task A_program_told_to_stop_stops_its_database_too()
    {
        var port = Ports.Free().ToString(CultureInfo.InvariantCulture);
        using var program = Start("serve", "--data", _folder.Path, "--port", port);
        await OpenedAsync(program);
        using (var http = new HttpClient())
        {
            Assert.Equal("""{"status":"ok","process":"ok","database":"ok","followers":"ok","photos":"ok"}""", await http.GetStringAsync($"http://localhost:{port}/readyz", Stop));
        }

        using var kill = Process.Start("kill", [program.Id.ToString(CultureInfo.InvariantCulture)]);
        await program.WaitForExitAsync(Stop);

        Assert.Equal(0, program.ExitCode);
        await using var next = await EmbeddedPostgres.StartAsync(_folder.Path, Stop);
        Assert.False(next.Adopted);
    }

    [Theory]
    [InlineData("sell")]
    [InlineData("serve", "--prot", "1")]
    [InlineData("serve", "--port", "0")]
    [InlineData("show", "not-an-id")]
    public async Task What_the_program_does_not_understand_ends_with_2(params string[] arguments)
    {
        using var program = Start(arguments);
        await program.WaitForExitAsync(Stop);

        Assert.Equal(2, program.ExitCode);
        Assert.Contains("--help", await program.StandardError.ReadToEndAsync(Stop), StringComparison.Ordinal);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kim.Market.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ConnectionStrings__Kim");
        start.Environment.Remove("ASPNETCORE_URLS");
        return Process.Start(start)!;
    }

    private static async Task OpenedAsync(Process program)
    {
        // its log must be read as well, or the pipe fills up and the program waits
        program.ErrorDataReceived += (_, _) => { };
        program.BeginErrorReadLine();
        while (await program.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("Pasar KIM is open at http://localhost:", StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail("The market did not open.");
    }
}
