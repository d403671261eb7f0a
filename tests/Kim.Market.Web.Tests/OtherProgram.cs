using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Kim.Market.Web.Tests;

/// <summary>A program by others, for Node, under <c>tests/</c>: it is told something and answers with JSON.</summary>
internal sealed class OtherProgram(string folder, string script)
{
    private readonly string _folder = Path.Combine(Repository.Root, "tests", folder);

    /// <summary>Skips the test where it is not installed, and says how it would be.</summary>
    public void Needs(string package) => Assert.SkipUnless(
        Directory.Exists(Path.Combine(_folder, "node_modules", package)), $"Not installed: npm ci --prefix tests/{folder}");

    public async Task<JsonObject> AskAsync(string said, params string[] arguments)
    {
        var ct = TestContext.Current.CancellationToken;
        using var node = Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await node.StandardInput.WriteAsync(said);
        node.StandardInput.Close();
        var complained = node.StandardError.ReadToEndAsync(ct);
        var answered = await node.StandardOutput.ReadToEndAsync(ct);
        await node.WaitForExitAsync(ct);
        Assert.True(node.ExitCode == 0, await complained);
        return (JsonObject)JsonNode.Parse(answered)!;
    }
}
