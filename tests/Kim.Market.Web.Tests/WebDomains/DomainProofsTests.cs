using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Kim.Market.Web.Features.WebDomains;
using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Tests.WebDomains;

/// <summary>Looking out for a proof: over the wire of the DNS, and at files that strangers keep.</summary>
public sealed class DomainProofsTests : IDisposable
{
    private const string Proof = "pasar-kim=0199";

    private readonly FakeInternet _world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("pasar-kim=0199", true)]
    [InlineData(" pasar-kim=0199 ", true)]
    [InlineData("pasar-kim=01990", false)]
    [InlineData("v=spf1 -all", false)]
    public async Task A_record_is_read_from_the_DNS(string text, bool isThere)
    {
        _world.Records["_pasar-kim.kim.example"] = ["v=spf1 include:x", text];

        Assert.Equal(new ProofLook(isThere, File: false), await LookAsync("kim.example"));
    }

    [Fact]
    public async Task A_record_beside_the_name_proves_nothing()
    {
        _world.Records["kim.example"] = [Proof];

        Assert.Null((await LookAsync("kim.example")).Proof);
    }

    [Theory]
    [InlineData("https")]
    [InlineData("http")]
    public async Task A_file_is_a_line_of_its_own(string scheme)
    {
        _world.Put($"{scheme}://kim.example/.well-known/pasar-kim.txt", $"# KIM\r\n{Proof}\r\n");
        Assert.Equal(new ProofLook(Record: false, File: true), await LookAsync("kim.example"));

        _world.Put($"{scheme}://kim.example/.well-known/pasar-kim.txt", $"not {Proof}");
        Assert.Null((await LookAsync("kim.example")).Proof);
    }

    [Fact]
    public async Task A_page_that_says_not_found_with_our_line_in_it_is_no_file()
    {
        _world.Files["https://kim.example/.well-known/pasar-kim.txt"] = () => new(HttpStatusCode.NotFound) { Content = new StringContent(Proof) };

        Assert.Null((await LookAsync("kim.example")).Proof);
    }

    [Fact]
    public async Task A_file_without_end_is_not_read_to_its_end()
    {
        _world.Put("http://kim.example/.well-known/pasar-kim.txt", $"{Proof}\n{new string('x', 1_000_000)}");

        Assert.Null((await LookAsync("kim.example")).Proof);
    }

    [Fact]
    public async Task A_resolver_that_is_silent_costs_some_seconds_and_not_more()
    {
        using var silent = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var since = Stopwatch.GetTimestamp();

        Assert.Null((await LookAsync("kim.example", (IPEndPoint)silent.Client.LocalEndPoint!)).Proof);
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task No_name_leads_it_to_a_machine_of_ours()
    {
        using var ours = new TcpListener(IPAddress.Loopback, 0);
        ours.Start();
        using var handler = DomainProofs.Handler();
        using var http = new HttpClient(handler);

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri($"http://localhost:{((IPEndPoint)ours.LocalEndpoint).Port}/"), Ct));
        Assert.False(ours.Pending());

        // and by itself it would have got there
        using var open = OpenInternet.Handler(takesPrivateHosts: true);
        using var reaching = new HttpClient(open) { Timeout = TimeSpan.FromSeconds(1) };
        await Assert.ThrowsAnyAsync<Exception>(() => reaching.GetAsync(new Uri($"http://localhost:{((IPEndPoint)ours.LocalEndpoint).Port}/"), Ct));
        Assert.True(ours.Pending());
    }

    private async Task<ProofLook> LookAsync(string host, IPEndPoint? resolver = null)
    {
        using var http = new HttpClient(_world, disposeHandler: false);
        DomainProofs.Configure(http);
        using var proofs = new DomainProofs(http, new DomainSettings(null, resolver ?? IPEndPoint.Parse(_world.Resolver)));
        return await proofs.LookAsync(host, Proof, Ct);
    }
}
