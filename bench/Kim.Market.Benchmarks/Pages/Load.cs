using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Kim.Market.Benchmarks.Pages;

/// <summary>What a slice of load did, and how long each operation took.</summary>
public sealed record LoadResult(long Done, TimeSpan Elapsed, IReadOnlyList<TimeSpan> Times);

/// <summary>Makes requests from a process of its own, so that its processor time is not counted as the site's.</summary>
/// <remarks>One command a line: <c>address milliseconds connections</c>; the answer is <c>done milliseconds</c> and the milliseconds of each.</remarks>
public sealed class Load : IDisposable
{
    private readonly Process _child;

    public Load() => _child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["load"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    public async Task<LoadResult> RunAsync(string address, TimeSpan time, int connections)
    {
        await _child.StandardInput.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{address} {time.TotalMilliseconds} {connections}"));
        var answer = (await _child.StandardOutput.ReadLineAsync() ?? throw new IOException("The load generator has ended.")).Split(' ');
        return new(
            long.Parse(answer[0], CultureInfo.InvariantCulture), TimeSpan.FromMilliseconds(double.Parse(answer[1], CultureInfo.InvariantCulture)),
            [.. answer[2..].Select(took => TimeSpan.FromMilliseconds(double.Parse(took, CultureInfo.InvariantCulture)))]);
    }

    public void Dispose()
    {
        _child.StandardInput.Close();
        _child.WaitForExit();
        _child.Dispose();
    }

    /// <summary>The generator's own side: works until its input ends.</summary>
    public static async Task ServeAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseCookies = false });
        var carts = new ConcurrentQueue<CookieContainer>();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var command = line.Split(' ');
            if (command[0].StartsWith("fill:", StringComparison.Ordinal))
            {
                var site = new Uri(command[0]["fill:".Length..]);
                await ReportAsync(command, async () => carts.Enqueue(await Shopper.FillAsync(site, LargeMarket.SlugOf(Random.Shared.Next(LargeMarket.Products)))));
                continue;
            }

            if (command[0].StartsWith("till:", StringComparison.Ordinal))
            {
                var till = new Uri(command[0]["till:".Length..]);
                await ReportAsync(command, async () =>
                {
                    var cart = carts.TryDequeue(out var next) ? next : throw new InvalidOperationException("Every cart has been ordered.");
                    await Shopper.OrderAsync(till, cart);
                }, isTimed: true, upTo: carts.Count - int.Parse(command[2], CultureInfo.InvariantCulture));
                continue;
            }

            if (command[0].StartsWith("order:", StringComparison.Ordinal))
            {
                var site = new Uri(command[0]["order:".Length..]);
                await ReportAsync(command, () => Shopper.OrderAsync(site, LargeMarket.SlugOf(Random.Shared.Next(LargeMarket.Products))), isTimed: true);
                continue;
            }

            await ReportAsync(command, async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, command[0]);
                request.Headers.AcceptEncoding.ParseAdd("br");
                using var answer = await http.SendAsync(request);
                answer.EnsureSuccessStatusCode();
                await answer.Content.CopyToAsync(Stream.Null);
            });
        }

        // Pages are asked for tens of thousands of times a second: only orders are timed one by one.
        async Task ReportAsync(string[] command, Func<Task> operation, bool isTimed = false, int upTo = int.MaxValue)
        {
            var times = new ConcurrentQueue<double>();
            var time = TimeSpan.FromMilliseconds(double.Parse(command[1], CultureInfo.InvariantCulture));
            var begun = Stopwatch.GetTimestamp();
            var done = 0L;
            await Task.WhenAll(Enumerable.Range(0, int.Parse(command[2], CultureInfo.InvariantCulture)).Select(_ => Task.Run(async () =>
            {
                while (Stopwatch.GetElapsedTime(begun) < time && Interlocked.Read(ref done) < upTo)
                {
                    var started = Stopwatch.GetTimestamp();
                    await operation();
                    Interlocked.Increment(ref done);
                    if (isTimed)
                    {
                        times.Enqueue(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    }
                }
            })));
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{done} {Stopwatch.GetElapsedTime(begun).TotalMilliseconds}")
                + string.Concat(times.Select(took => string.Create(CultureInfo.InvariantCulture, $" {took:0.###}"))));
        }
    }
}
