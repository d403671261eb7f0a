using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Papers;
using Npgsql;

namespace Kim.Market.Web.Features.Certificates;

/// <summary>A certificate as its owner copies it from the paper.</summary>
public sealed record NewCertificate(
    Guid Command, CertificateKind Kind, string Number, string Issuer, DateOnly? ValidUntil, IReadOnlyCollection<Id<Product>> Products, Paper? Paper);

/// <summary>Writes certificates and their papers. Whose business it is, and whose region, the caller has checked.</summary>
public sealed class CertificateDesk(EventStore store, Marketplace marketplace, NpgsqlDataSource db, TimeProvider clock)
{
    /// <summary>The certificate and its paper in one transaction; the same form sent twice is one certificate.</summary>
    public async Task<Refusal?> StateAsync(Id<Business> business, NewCertificate certificate, Asker asker, CancellationToken ct)
    {
        var id = Id<Certificate>.New();
        var now = clock.GetUtcNow();
        var stated = Certificate.State(
            id, business, certificate.Kind, certificate.Number, certificate.Issuer, certificate.ValidUntil, certificate.Products, now,
            (await db.RowsAsync<int>($"select held from certificate_counts where business_id = {business.Value}", ct)).FirstOrDefault());
        if (stated.Refusal is { } refusal)
        {
            return refusal;
        }

        var commit = new Commit(asker.By(certificate.Command)).First(Commands.Once(certificate.Command, id.ToString()));
        List<CertificateEvent> events = [.. stated];
        if (certificate.Paper is { } paper)
        {
            events.Add(new CertificatePaperKept(Keep(commit, id, paper), now));
        }

        try
        {
            await store.CommitAsync(commit.Append(id.Value, StreamKind<Certificate>.Name, Expected.New, events), ct);
        }
        catch (ConstraintRefusedException twice) when (twice.Constraint == Constraints.CommandOnce)
        {
            // the same form sent twice: it stands already
        }
        catch (ConstraintRefusedException full)
        {
            return Constraints.Explain(full);
        }

        return null;
    }

    /// <summary>Puts a paper behind a certificate that waits for one, or a better one than before.</summary>
    public Task<Refusal?> KeepPaperAsync(Id<Certificate> id, Paper paper, Asker asker, CancellationToken ct)
    {
        var kept = Guid.CreateVersion7();
        return marketplace.TellAsync(
            id, (Certificate known) => known.KeepPaper(kept, clock.GetUtcNow()), asker.By(), ct, () => Papers.Papers.Keep(kept, id.Value, paper));
    }

    public Task<Refusal?> TellAsync(
        Id<Certificate> id, Func<Certificate, DateTimeOffset, Decision<CertificateEvent>> decide, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(id, (Certificate known) => decide(known, clock.GetUtcNow()), asker.By(), ct);

    private static Guid Keep(Commit commit, Id<Certificate> id, Paper paper)
    {
        var kept = Guid.CreateVersion7();
        foreach (var statement in Papers.Papers.Keep(kept, id.Value, paper))
        {
            commit.Also(statement);
        }

        return kept;
    }
}
