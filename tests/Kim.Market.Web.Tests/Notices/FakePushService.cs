using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Kim.Market.Web.Tests.Notices;

/// <summary>What stands for a push service: takes what RFC 8030 and 8292 let it take, and refuses everything else.</summary>
public sealed class FakePushService : FakeSite
{
    private readonly ConcurrentQueue<int> _troubles = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _taken = new();

    /// <summary>What it refused, and why.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    public static Task<FakePushService> StartAsync() => StartAsync(new FakePushService());

    /// <summary>How long what was taken is not yet said to be.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>The next answers are these.</summary>
    public void Answer(params int[] statuses) => Array.ForEach(statuses, _troubles.Enqueue);

    public FakeBrowser Browser() => new($"{Address}/to/{Guid.NewGuid():N}");

    /// <summary>What was taken for a browser, as it reads it.</summary>
    public IReadOnlyList<JsonNode> Told(FakeBrowser browser) =>
        [.. _taken.Where(one => browser.Target.Endpoint.EndsWith(one.Path, StringComparison.Ordinal)).Select(one => JsonNode.Parse(browser.Read(one.Body))!)];

    protected override async Task AnswerAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        if (_troubles.TryDequeue(out var status))
        {
            http.Response.StatusCode = status;
        }
        else if (FaultOf(http.Request, (int)body.Length) is { } fault)
        {
            Faults.Enqueue(fault);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else
        {
            _taken.Enqueue((http.Request.Path.Value!, body.ToArray()));
            await Task.Delay(Pause);
            http.Response.StatusCode = StatusCodes.Status201Created;
        }
    }

    private string? FaultOf(HttpRequest request, int length) =>
        request.Method != "POST" ? "method"
        : request.Headers.ContentEncoding != "aes128gcm" ? "encoding"
        : !int.TryParse(request.Headers["TTL"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is <= 0 or > 2_419_200 ? "TTL"
        : request.Headers["Topic"].ToString() is not { Length: > 0 and <= 32 } topic || !Base64Url.IsValid(topic) ? "topic"
        : length is 0 or > 4_096 ? "length"
        : !IsSigned(request.Headers.Authorization.ToString()) ? "authorization"
        : null;

    private bool IsSigned(string line)
    {
        if (!line.StartsWith("vapid ", StringComparison.Ordinal))
        {
            return false;
        }

        var parts = line["vapid ".Length..].Split(',', StringSplitOptions.TrimEntries).ToDictionary(part => part[..1], part => part[2..]);
        var (token, point) = (parts["t"].Split('.'), Base64Url.DecodeFromChars(parts["k"]));
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..] } });
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(token[1]))!;
        var ends = DateTimeOffset.FromUnixTimeSeconds((long)claims["exp"]!);
        return key.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256)
            && (string)claims["aud"]! == Address && (string)claims["sub"]! == "mailto:operator@pasar.example" && ends - DateTimeOffset.UtcNow < TimeSpan.FromDays(3);
    }
}
