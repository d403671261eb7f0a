using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kim.Market.Web.Tests.Notices;

/// <summary>A letter as the sink took it.</summary>
public sealed record Taken(string To, string Source)
{
    public string Header(string name) =>
        Source.Split("\r\n\r\n")[0].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n")
            .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim() ?? "";

    public string Text => Decode(Source[(Source.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);

    private string Decode(string body) => Header("Content-Transfer-Encoding").ToLowerInvariant() switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal))),
        "quoted-printable" => Encoding.UTF8.GetString(Unquoted(body.Replace("=\r\n", "", StringComparison.Ordinal))),
        _ => body,
    };

    private static byte[] Unquoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            bytes.Add(text[i] == '=' ? Convert.ToByte(text.Substring(i + 1, 2), 16) : (byte)text[i]);
            i += text[i] == '=' ? 2 : 0;
        }

        return [.. bytes];
    }
}

/// <summary>A mail server of a few lines (RFC 5321): takes letters, or answers as it is told.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _troubles = new();
    private readonly Task _running;

    public SmtpSink()
    {
        _listener.Start();
        _running = RunAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<Taken> Letters { get; } = new();

    /// <summary>How long a letter that was taken is not yet said to be.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>The next recipients are answered like that.</summary>
    public void Answer(params string[] lines) => Array.ForEach(lines, _troubles.Enqueue);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _running;
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // told to end
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var held = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        var to = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..].TrimEnd('>');
                    await writer.WriteLineAsync(_troubles.TryDequeue(out var trouble) ? trouble : "250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var source = new StringBuilder();
                    var part = await reader.ReadLineAsync();
                    for (; part is not null && part != "."; part = await reader.ReadLineAsync())
                    {
                        source.Append(part.StartsWith('.') ? part[1..] : part).Append("\r\n");
                    }

                    if (part is null)
                    {
                        return; // its sender is gone in the middle: only the point makes it a letter (RFC 5321 §4.1.1.4)
                    }

                    Letters.Enqueue(new(to, source.ToString()));
                    await Task.Delay(Pause);
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }
}
