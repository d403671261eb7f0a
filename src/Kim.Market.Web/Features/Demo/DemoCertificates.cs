using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Papers;
using Kim.Market.Web.Features.Products;

namespace Kim.Market.Web.Features.Demo;

/// <summary>
/// Invented certificates for the businesses of one region: most have a licence, cooks have P-IRT or halal, one ends soon, some wait
/// for the office. The numbers are of nobody.
/// </summary>
public sealed class DemoCertificates(EventStore store, Taxonomy taxonomy)
{
    private const int Most = 30;

    private static readonly Paper Scan = DemoPaper.Saying("Contoh, bukan sertifikat asli");

    public async Task MakeAsync(
        DemoMarket market, DemoSupply supply, Id<Office> office, RegionCode region, DemoBusiness shown, DemoCalendar calendar, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(calendar.Now.UtcDateTime);
        var here = market.Businesses.Where(business => business.Village.StartsWith(region.Value + '.', StringComparison.Ordinal)).Take(Most).ToList();
        foreach (var (i, business) in here.Index())
        {
            var id = supply.Businesses[business.Key];
            var at = calendar.InHistory(calendar.In(business.Opened, 20, 60).AddDays(30));
            var serial = (i + 1).ToString("D4", CultureInfo.InvariantCulture);
            if (i % 5 != 4)
            {
                await StateAsync(id, CertificateKind.Nib, $"000000000{serial}", "Contoh OSS", null, office, at, ct);
            }

            if (market.Products.Any(product => product.Business == business.Key
                && taxonomy.Paths[product.Category].StartsWith("makanan", StringComparison.Ordinal)))
            {
                var isShown = business.Key == shown.Key;
                if (isShown || i % 2 == 0)
                {
                    await StateAsync(
                        id, CertificateKind.Halal, $"ID64110000000{serial}", "Contoh BPJPH", today.AddDays(200 + i), i % 6 == 2 ? null : office,
                        at, ct);
                }

                if (isShown || i % 3 == 1)
                {
                    await StateAsync(
                        id, CertificateKind.PIrt, $"206640200{serial}-{(today.Year + 1) % 100:D2}", "Contoh Dinas Kesehatan", today.AddDays(isShown ? 20 : 300 + i),
                        i % 6 == 1 ? null : office, at, ct);
                }
            }
        }
    }

    /// <param name="office">Null for what still waits for its office.</param>
    private async Task StateAsync(
        Id<Business> business, CertificateKind kind, string number, string issuer, DateOnly? until, Id<Office>? office, DateTimeOffset at, CancellationToken ct)
    {
        var (id, paper) = (Id<Certificate>.New(), Guid.CreateVersion7());
        var stated = Certificate.State(id, business, kind, number, issuer, until, [], at);
        var kept = stated.Aggregate((Certificate?)null, Certificate.Evolve)!.KeepPaper(paper, at);
        List<CertificateEvent> events = [.. stated, .. kept];
        if (office is { } checkedBy)
        {
            events.AddRange(events.Aggregate((Certificate?)null, Certificate.Evolve)!.Verify(checkedBy, at));
        }

        var commit = new Commit(new Metadata(At: at));
        foreach (var statement in Papers.Papers.Keep(paper, id.Value, Scan))
        {
            commit.Also(statement);
        }

        await store.CommitAsync(commit.Append(id.Value, StreamKind<Certificate>.Name, Expected.New, events), ct);
    }
}
