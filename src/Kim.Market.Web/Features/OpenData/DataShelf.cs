using System.Data;
using System.Runtime.CompilerServices;
using Dapper;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.OpenData;

/// <summary>A dataset as it was published.</summary>
/// <param name="Day">Up to which it counts.</param>
/// <param name="Sha256">Of its whole CSV file.</param>
public sealed record DataRelease(string Dataset, int Version, string Title, string Unit, DateOnly Day, int Rows, string Sha256, DateTime PublishedAt);

/// <summary>Which rows are asked for; null for all.</summary>
public sealed record DataFilter(RegionCode? Region, int? Year)
{
    public bool IsAll => this == new DataFilter(null, null);
}

/// <summary>What a page shows of a dataset: its newest rows for the widest places.</summary>
public sealed record DataPreview(IReadOnlyList<DataRelease> Releases, IReadOnlyList<DataRow> Rows);

/// <summary>Reads what was published.</summary>
public sealed class DataShelf(NpgsqlDataSource db)
{
    /// <summary>Rows on a page: the provinces, kabupaten and cities of Kalimantan.</summary>
    private const int Shown = 80;

    private const int Told = 20;

    /// <summary>The newest release of each dataset.</summary>
    public Task<List<DataRelease>> NewestAsync(CancellationToken ct) => db.RowsAsync<DataRelease>(
        $"select distinct on (dataset) {All} from app.data_releases order by dataset, version desc", ct);

    public async Task<DataPreview> PreviewAsync(Dataset dataset, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var batch = connection.CreateBatch();
        batch.Add($"select {All} from app.data_releases where dataset = {dataset.Slug} order by version desc limit {Told}");
        batch.Add(
            $"""
            select code, year, name, value, state, at from app.data_rows
            where dataset = {dataset.Slug} and length(code) <= 5 and year = (select max(year) from app.data_rows where dataset = {dataset.Slug})
            order by code limit {Shown}
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var releases = await reader.RowsAsync<DataRelease>(ct);
        await reader.NextResultAsync(ct);
        return new(releases, await reader.RowsAsync<DataRow>(ct));
    }

    /// <summary>The newest release with its rows, which stay the same for as long as it is open; null before the first.</summary>
    public async Task<OpenRelease?> OpenAsync(Dataset dataset, CancellationToken ct)
    {
        var connection = await db.OpenConnectionAsync(ct);
        OpenRelease? open = null;
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            var found = await connection.RowsAsync<DataRelease>($"select {All} from app.data_releases where dataset = {dataset.Slug} order by version desc limit 1", ct);
            return open = found is [var release] ? new(release, connection, transaction) : null;
        }
        finally
        {
            if (open is null)
            {
                await connection.DisposeAsync();
            }
        }
    }

    private static SqlPart All => SqlPart.Of($"dataset, version, title, unit, day, rows, sha256, published_at");
}

/// <summary>A release while its rows are read.</summary>
public sealed class OpenRelease(DataRelease release, NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    public DataRelease Release { get; } = release;

    /// <summary>Row by row, by place and year, without ever holding all of them.</summary>
    public async IAsyncEnumerable<DataRow> RowsAsync(DataFilter filter, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var region = filter.Region?.Value;
        await using var batch = connection.CreateBatch();
        batch.Add(
            $"""
            select code, year, name, value, state, at from app.data_rows
            where dataset = {Release.Dataset} and ({filter.Year}::int is null or year = {filter.Year})
              and ({region}::text is null or code = {region} or starts_with(code, {region + "."}))
            order by code collate "C", year
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            yield break;
        }

        var parse = reader.GetRowParser<DataRow>();
        do
        {
            yield return parse(reader);
        }
        while (await reader.ReadAsync(ct));
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
