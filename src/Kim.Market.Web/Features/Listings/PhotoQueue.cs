using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Pictures;
using Npgsql;

namespace Kim.Market.Web.Features.Listings;

/// <summary>A photo that waits for its turn, or that was refused.</summary>
public sealed record PhotoJob(Guid Id, Guid ProductId, string Original, Guid MemberId, Guid? OnBehalfOf, bool Submit, int Attempts, string? Refused)
{
    /// <summary>Why it will never be on its product; null while it waits.</summary>
    public Refusal? Why => Refused is null ? null
        : Refused == ProductRefusals.PhotoCount.Code ? ProductRefusals.PhotoCount
        : PictureRefusals.Unreadable;
}

/// <summary>
/// Photos on their way from a telephone to a product. Any number of nodes share the queue; what a node took and did not
/// finish, because it died, is free again after a while.
/// </summary>
public sealed class PhotoQueue(NpgsqlDataSource db) : IDisposable
{
    /// <summary>So often a photo is tried before it is taken to be the cause itself.</summary>
    public const int Attempts = 4;

    /// <summary>Longer than any picture takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _bell = new(0);

    /// <summary>Puts a photo in line, in the transaction of whatever it belongs to; <see cref="Ring"/> once that is done.</summary>
    /// <param name="submit">Put the product before the KIM as soon as the photo stands.</param>
    public static Sql Add(Id<Product> product, string original, Asker asker, bool submit) =>
        $"""
        insert into app.photo_jobs (id, product_id, original, member_id, on_behalf_of, submit)
        values ({Guid.CreateVersion7()}, {product.Value}, {original}, {asker.Scope}, {asker.OnBehalfOf}, {submit})
        """;

    /// <summary>The photo is on its product, or its seller has seen why not.</summary>
    public static Sql Done(Guid job) => $"delete from app.photo_jobs where id = {job}";

    /// <summary>Wakes this node; the others look by themselves.</summary>
    public void Ring() => _bell.Release();

    /// <summary>Ends when somebody rings, or after a while.</summary>
    public async Task ListenAsync(TimeSpan patience, CancellationToken ct)
    {
        if (await _bell.WaitAsync(patience, ct))
        {
            while (await _bell.WaitAsync(0, ct))
            {
                // one look answers every ring so far
            }
        }
    }

    /// <summary>Takes the oldest photo that nobody works on; null when there is none.</summary>
    public Task<PhotoJob?> TakeAsync(DateTimeOffset now, CancellationToken ct) => db.RowAsync<PhotoJob>(
        $"""
        update app.photo_jobs set claimed_until = {now + Lease}, attempts = attempts + 1
        where id = (
            select id from app.photo_jobs
            where refused is null and (claimed_until is null or claimed_until <= {now})
            order by created_at
            limit 1
            for update skip locked)
        returning id, product_id, original, member_id, on_behalf_of, submit, attempts, refused
        """, ct);

    /// <summary>Says why a photo will never be on its product; the row stays until its seller has read it.</summary>
    public Task RefuseAsync(Guid job, Refusal refusal, CancellationToken ct) => db.ExecuteAsync(
        $"update app.photo_jobs set refused = {refusal.Code} where id = {job}", ct);

    /// <summary>Its seller has read why a photo was refused.</summary>
    public Task ForgetAsync(Id<Product> product, Guid job, CancellationToken ct) => db.ExecuteAsync(
        $"delete from app.photo_jobs where id = {job} and product_id = {product.Value} and refused is not null", ct);

    /// <summary>The photos of a product that are still on their way, or were refused.</summary>
    public Task<List<PhotoJob>> OfAsync(Id<Product> product, CancellationToken ct) => db.RowsAsync<PhotoJob>(
        $"""
        select id, product_id, original, member_id, on_behalf_of, submit, attempts, refused
        from app.photo_jobs where product_id = {product.Value} order by created_at limit 20
        """, ct);

    public void Dispose() => _bell.Dispose();
}
