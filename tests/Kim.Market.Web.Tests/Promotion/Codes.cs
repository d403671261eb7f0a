using System.Diagnostics;

namespace Kim.Market.Web.Tests.Promotion;

/// <summary>Reads the code on a poster with two programs by others.</summary>
internal static class Codes
{
    private static readonly OtherProgram Reader = new("qr-readers", "read.mjs");

    /// <summary>What zbar reads, one line each.</summary>
    public static Task<string[]> ByZbarAsync(byte[] file, string end) => InFolderAsync(file, end, async picture =>
    {
        var said = await RunAsync("zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", picture);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    });

    /// <summary>What jsQR reads; skips the test where it is not installed.</summary>
    public static Task<string?> ByJsQrAsync(byte[] file, string end) => InFolderAsync(file, end, async picture =>
    {
        Reader.Needs("jsqr");
        return (string?)(await Reader.AskAsync(picture))["says"];
    });

    // As a telephone would get it: through WhatsApp, which makes every picture smaller and coarser; paper at 110 dots an inch.
    private static async Task<T> InFolderAsync<T>(byte[] file, string end, Func<string, Task<T>> read)
    {
        var folder = Directory.CreateTempSubdirectory("kim-code-").FullName;
        try
        {
            var (sent, coarse, plain) = (Path.Combine(folder, $"sent.{end}"), Path.Combine(folder, "coarse.jpg"), Path.Combine(folder, "plain.ppm"));
            await File.WriteAllBytesAsync(sent, file);
            await RunAsync("vips", end == "pdf" ? ["pdfload", sent, $"{coarse}[Q=60]", "--dpi", "110"] : ["copy", sent, $"{coarse}[Q=50]"]);
            await RunAsync("vips", "copy", coarse, plain);
            return await read(plain);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0 || program == "zbarimg", await complained);
        return said;
    }
}
