using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.OpenData;
using Kim.Market.Web.Format;
using Kim.Market.Web.Tables;
using Kim.Market.Web.Tests.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.OpenData;

/// <summary>What is published is what the events say, by place and year, as offices exchange it.</summary>
public class OpenDataTests(LedgerMarket market) : IClassFixture<LedgerMarket>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Today => DateFormat.DayIn(market.Now, Zone.Wita);

    private DataPress Press => market.App.Services.GetRequiredService<DataPress>();

    [Theory]
    [InlineData("pesanan-selesai")]
    [InlineData("nilai")]
    [InlineData("umkm-aktif")]
    [InlineData("kim-aktif")]
    [InlineData("desa-ber-kim")]
    [InlineData("umkm-ber-nib")]
    [InlineData("waktu-jawab")]
    public async Task Each_number_is_what_an_independent_count_of_the_events_says(string slug)
    {
        await Press.PublishAsync(Today, Ct);
        var rows = await Table($"/data/{slug}.csv");
        Assert.Equal(DataRow.Columns, rows[0]);
        Assert.True(rows.Count > 1);
        var told = 0;
        foreach (var row in rows.Skip(1))
        {
            Assert.Equal(RegionCode.Parse(row[0]).Value, row[0]);
            if (row[8] == "disembunyikan")
            {
                Assert.Equal("", row[7]);
                continue;
            }

            var year = int.Parse(row[5], CultureInfo.InvariantCulture);
            var day = new DateOnly(year, 12, 31) is var last && last < Today ? last : Today;
            var question = new LedgerQuestion(null, RegionCode.Parse(row[0]), null, null, new(year, 1, 1), day, Sight.Terkoreksi);
            var oracle = new LedgerOracle(row[0], null, null, question.Since, question.Until, asKnown: false).Fold(market.Events);
            Assert.Equal(oracle[slug].ToString(CultureInfo.InvariantCulture), row[7]);
            Assert.Equal(day == Today ? "sementara" : "tetap", row[8]);
            told++;
        }

        Assert.True(told > 0);
    }

    [Fact]
    public async Task What_few_people_are_behind_is_hidden_and_KIM_are_not()
    {
        await Press.PublishAsync(Today, Ct);

        Assert.Contains(await Table("/data/umkm-aktif.csv"), row => row is ["64.02.15.1004", .., "", "disembunyikan", _]); // four stalls
        Assert.Contains(await Table("/data/kim-aktif.csv"), row => row[0].Length == 13 && row[7] == "1");
        Assert.DoesNotContain(await Table("/data/kim-aktif.csv"), row => row[8] == "disembunyikan");
    }

    [Fact]
    public async Task A_file_says_its_version_and_fingerprint_and_is_not_sent_twice()
    {
        await Press.PublishAsync(Today, Ct);
        using var http = market.App.CreateClient();
        using var first = await http.GetAsync(new Uri("/data/nilai.csv", UriKind.Relative), Ct);
        Assert.Equal("text/csv", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(await first.Content.ReadAsByteArrayAsync(Ct)))}", first.Headers.GetValues("X-Fingerprint").Single());
        Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("creativecommons.org/licenses/by/4.0", first.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        var english = await http.GetByteArrayAsync(new Uri("/en/data/nilai.csv", UriKind.Relative), Ct);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Ct), english);

        using var known = new HttpRequestMessage(HttpMethod.Get, "/data/nilai.csv");
        known.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await http.SendAsync(known, Ct);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var since = new HttpRequestMessage(HttpMethod.Get, "/data/nilai.csv") { Headers = { IfModifiedSince = first.Content.Headers.LastModified } };
        using var third = await http.SendAsync(since, Ct);
        Assert.Equal(HttpStatusCode.NotModified, third.StatusCode);
        using var packed = new HttpRequestMessage(HttpMethod.Get, "/data/nilai.csv");
        packed.Headers.AcceptEncoding.ParseAdd("gzip");
        using var fourth = await http.SendAsync(packed, Ct);
        Assert.Contains("gzip", fourth.Content.Headers.ContentEncoding);
        using var head = new HttpRequestMessage(HttpMethod.Head, "/data/nilai.csv");
        using var fifth = await http.SendAsync(head, Ct);
        Assert.Equal(first.Headers.ETag, fifth.Headers.ETag);
    }

    [Fact]
    public async Task What_has_not_changed_is_no_new_version_and_what_has_is()
    {
        await Press.PublishAsync(Today, Ct);
        Assert.Equal(0, await Press.PublishAsync(Today, Ct));
        var before = await Version("kim-aktif");
        await market.App.Db.ExecuteAsync($"update app.data_rows set value = value + 1, at = '2020-01-01' where dataset = 'kim-aktif' and code = '64.02'", Ct);
        await market.App.Db.ExecuteAsync($"update app.data_releases set sha256 = 'lain' where dataset = 'kim-aktif' and version = {before}", Ct);

        Assert.Equal(1, await Press.PublishAsync(Today, Ct));
        Assert.Equal(before + 1, await Version("kim-aktif"));
        Assert.DoesNotContain(await Table("/data/kim-aktif.csv?wilayah=64.02"), row => row[9].StartsWith("2020", StringComparison.Ordinal)); // says something else since today
    }

    [Fact]
    public async Task A_day_is_published_once_when_it_is_over()
    {
        await Press.PublishDueAsync(Ct);
        Assert.Equal(0, await Press.PublishDueAsync(Ct));
        Assert.True((await market.App.Db.QueryAsync($"select day from app.data_days", row => row.GetFieldValue<DateOnly>(0), Ct))[0] >= Today.AddDays(-1));
    }

    [Fact]
    public async Task Filters_take_a_part_and_never_uncover_anything()
    {
        await Press.PublishAsync(Today, Ct);
        var all = await Table("/data/umkm-aktif.csv");
        var part = await Table($"/data/umkm-aktif.csv?wilayah=6402&tahun={Today.Year}");

        Assert.Equal(all.Skip(1).Where(row => row[0].StartsWith("64.02", StringComparison.Ordinal) && row[5] == $"{Today.Year}").ToList(), part.Skip(1).ToList());
        using var json = JsonDocument.Parse(await Text($"/data/umkm-aktif.json?wilayah=64.02&tahun={Today.Year}"));
        Assert.Equal(part.Count - 1, json.RootElement.GetProperty("baris").GetArrayLength());
        Assert.Equal(part.Skip(1).Select(row => row[7]), json.RootElement.GetProperty("baris").EnumerateArray().Select(row => row.GetProperty("data") is { ValueKind: JsonValueKind.Number } value ? value.GetRawText() : ""));
    }

    [Theory]
    [InlineData("/data/pesanan-selesai.csv?wilayah=abc", 400)]
    [InlineData("/data/pesanan-selesai.json?tahun=20x6", 400)]
    [InlineData("/data/pesanan-selesai.csv?tahun=1999", 400)]
    [InlineData("/data/tidak-ada.csv", 404)]
    [InlineData("/data/tidak-ada.json", 404)]
    public async Task What_is_asked_wrongly_is_told_as_a_problem(string path, int status)
    {
        using var answer = await market.App.CreateClient().GetAsync(new Uri(path, UriKind.Relative), Ct);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_pages_lead_from_the_results_to_the_card_and_the_file()
    {
        await Press.PublishAsync(Today, Ct);
        market.App.Clock.Advance(TimeSpan.FromMinutes(6)); // whatever was kept before is over
        var reader = await market.App.Visitor().Visit("/hasil");
        Assert.Contains(reader.Page.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/data");
        await reader.Visit("/data");
        Assert.Equal(Dataset.All.Count, reader.All("[data-test=datasets] tbody tr").Count);
        await reader.Visit("/data/nilai");
        Assert.Equal(14, reader.All("[data-test=card] dt").Count);
        using var file = await reader.Http.GetAsync(new Uri(reader.Find("csv")!.GetAttribute("href")!, UriKind.Relative), Ct);
        Assert.Equal($"sha256:{reader.Text("sha256")}", file.Headers.GetValues("X-Fingerprint").Single());
        await reader.Visit("/data/tidak-ada");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }

    private async Task<int> Version(string slug) =>
        (await market.App.Db.QueryAsync($"select max(version) from app.data_releases where dataset = {slug}", row => row.GetInt32(0), Ct))[0];

    private Task<string> Text(string path) => market.App.Visitor().Http.GetStringAsync(new Uri(path, UriKind.Relative), Ct);

    private async Task<List<string[]>> Table(string path) => [.. CsvText.Read(await Text(path)).Select(line => line.Cells.ToArray())];
}
