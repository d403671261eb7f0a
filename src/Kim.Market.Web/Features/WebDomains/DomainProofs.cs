using System.Net;
using DnsClient;
using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.WebDomains;

/// <summary>Asks the DNS, and the machine that answers for the name.</summary>
/// <remarks>A stranger writes the name: few are looked for at once, each for some seconds, and of what is there only the first lines are read.</remarks>
public sealed class DomainProofs(HttpClient http, DomainSettings settings) : IDomainProofs, IDisposable
{
    /// <summary>What stands before the name of the record.</summary>
    public const string RecordPrefix = "_pasar-kim.";

    /// <summary>Where the file lies (RFC 8615).</summary>
    public const string FilePath = "/.well-known/pasar-kim.txt";

    private const int AtOnce = 4;
    private const int LongestFile = 4 * 1024;
    private const int MostRecords = 20;

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(6);

    private readonly Lazy<LookupClient> _dns = new(() => new(OptionsOf(settings)));
    private readonly SemaphoreSlim _turns = new(AtOnce);

    public void Dispose() => _turns.Dispose();

    public static void Configure(HttpClient client) => (client.Timeout, client.MaxResponseContentBufferSize) = (AtMost, LongestFile);

    internal static SocketsHttpHandler Handler()
    {
        var handler = OpenInternet.Handler(takesPrivateHosts: false);
        handler.MaxResponseHeadersLength = 16; // KB
        handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5); // asked once a day
        return handler;
    }

    public async Task<ProofLook> LookAsync(string host, string proof, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(AtMost);
            var record = Try(() => RecordAsync(host, proof, limit.Token), ct);
            var file = Try(() => FileAsync(host, proof, limit.Token), ct);
            return new(await record, await file);
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task<bool> RecordAsync(string host, string proof, CancellationToken ct)
    {
        var answer = await _dns.Value.QueryAsync(RecordPrefix + host, QueryType.TXT, cancellationToken: ct);
        return answer.Answers.TxtRecords().Take(MostRecords).Any(record => string.Concat(record.Text).Trim() == proof);
    }

    private async Task<bool> FileAsync(string host, string proof, CancellationToken ct) =>
        await Try(() => FileAsync(Uri.UriSchemeHttps, host, proof, ct), ct) || await FileAsync(Uri.UriSchemeHttp, host, proof, ct);

    private async Task<bool> FileAsync(string scheme, string host, string proof, CancellationToken ct)
    {
        using var answer = await http.GetAsync(new Uri($"{scheme}://{host}{FilePath}"), ct);
        return answer.StatusCode == HttpStatusCode.OK
            && (await answer.Content.ReadAsStringAsync(ct)).Split('\n', StringSplitOptions.TrimEntries).Contains(proof, StringComparer.Ordinal);
    }

    // Whatever is wrong out there is nothing here: the proof was not found.
    private static async Task<bool> Try(Func<Task<bool>> look, CancellationToken ct)
    {
        try
        {
            return await look();
        }
        catch (Exception failure) when (failure is HttpRequestException or DnsResponseException or InvalidOperationException
            || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    private static LookupClientOptions OptionsOf(DomainSettings settings)
    {
        var options = settings.Resolver is { } resolver ? new LookupClientOptions(resolver) : new LookupClientOptions();
        options.UseCache = false; // somebody has just put it there, and presses again
        options.Timeout = TimeSpan.FromSeconds(3);
        options.Retries = 1;
        return options;
    }
}
