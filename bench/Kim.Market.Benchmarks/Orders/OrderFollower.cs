using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Benchmarks.Orders;

/// <summary>One document per order, kept in the background.</summary>
public sealed class OrderFollower : IFollower
{
    public const int Page = 5000;

    private const string SelectDocuments = "select id, data from order_documents where id = any($1)";

    private const string KeepDocuments =
        """
        insert into order_documents as d (id, data, version, written_at)
        select u.id, u.data, u.v, transaction_timestamp() from unnest($1, $2, $3) as u(id, data, v)
        on conflict (id) do update set data = excluded.data, version = excluded.version, written_at = excluded.written_at
        """;

    private readonly Dictionary<Guid, Order> _known = [];

    public string Name => "order_documents";

    public int PageSize => Page;

    public string Ddl =>
        "create table order_documents (id uuid primary key, data jsonb not null, version bigint not null, written_at timestamptz not null)";

    public IReadOnlyList<string> Tables { get; } = ["order_documents"];

    public IReadOnlyCollection<Type> Handles { get; } =
    [
        typeof(OrderPlaced), typeof(PaymentReceived), typeof(OrderShipped), typeof(TrackingUpdated), typeof(OrderCompleted),
    ];

    public async Task ApplyAsync(
        IReadOnlyList<Recorded> page, NpgsqlConnection connection, NpgsqlBatch batch, CancellationToken ct)
    {
        await using var select = new NpgsqlCommand(SelectDocuments, connection);
        await OrderPages.LoadMissingAsync(_known, page.Where(e => e.Version > 1).Select(e => e.Stream), select);
        var versions = new Dictionary<Guid, long>();
        foreach (var recorded in page)
        {
            _known[recorded.Stream] = Order.Evolve(_known.GetValueOrDefault(recorded.Stream), recorded.Data);
            versions[recorded.Stream] = recorded.Version;
        }

        batch.BatchCommands.Add(OrderPages.Keep(new(KeepDocuments), versions, _known));
    }
}
