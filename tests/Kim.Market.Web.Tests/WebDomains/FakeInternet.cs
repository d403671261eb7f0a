using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kim.Market.Web.Tests.WebDomains;

/// <summary>The world as a name sees it: a server of the DNS that really listens (RFC 1035), and files at addresses.</summary>
public sealed class FakeInternet : HttpMessageHandler
{
    private readonly UdpClient _dns = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Task _answering;

    public FakeInternet() => _answering = AnswerAsync();

    public string Resolver => _dns.Client.LocalEndPoint!.ToString()!;

    /// <summary>Texts by the name of their record.</summary>
    public ConcurrentDictionary<string, string[]> Records { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Answers by their address.</summary>
    public ConcurrentDictionary<string, Func<HttpResponseMessage>> Files { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Put(string address, string text) => Files[address] = () => new(HttpStatusCode.OK) { Content = new StringContent(text) };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Files.TryGetValue(request.RequestUri!.ToString(), out var answer) ? Task.FromResult(answer()) : throw new HttpRequestException("Nobody is there.");

    protected override void Dispose(bool disposing)
    {
        _dns.Dispose();
        base.Dispose(disposing);
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var asked = await _dns.ReceiveAsync();
                await _dns.SendAsync(Answer(asked.Buffer), asked.RemoteEndPoint);
            }
        }
        catch (Exception ended) when (ended is ObjectDisposedException or SocketException)
        {
            // the test is over
        }
    }

    // Header, the question as it was asked, and a TXT for each text that is there; else "no such name".
    private byte[] Answer(byte[] asked)
    {
        var (name, end) = NameOf(asked);
        var texts = Records.GetValueOrDefault(name) ?? [];
        List<byte> answer = [asked[0], asked[1], 0x81, (byte)(texts.Length > 0 ? 0x80 : 0x83), 0, 1, 0, (byte)texts.Length, 0, 0, 0, 0, .. asked[12..(end + 4)]];
        foreach (var text in texts.Select(Encoding.ASCII.GetBytes))
        {
            answer.AddRange([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, (byte)(text.Length + 1), (byte)text.Length, .. text]);
        }

        return [.. answer];
    }

    private static (string Name, int End) NameOf(byte[] asked)
    {
        var labels = new List<string>();
        var at = 12;
        for (; asked[at] != 0; at += asked[at] + 1)
        {
            labels.Add(Encoding.ASCII.GetString(asked, at + 1, asked[at]));
        }

        return (string.Join('.', labels), at + 1);
    }
}
