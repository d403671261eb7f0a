using System.Globalization;
using System.IO.Compression;
using System.Text;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Businesses;
using Kim.Market.Web.Features.Listings;
using Kim.Market.Web.Features.Listings.Csv;
using Kim.Market.Web.Language;
using Kim.Market.Web.Tables;
using Npgsql;

namespace Kim.Market.Web.Features.Takeaway;

/// <summary>
/// Packs what the market knows of a business: its profile, goods, orders and certificates as JSON, goods and orders as tables too, and
/// every event as it is stored. The table of goods is the one that <c>/lapak/produk/csv</c> takes in again.
/// </summary>
/// <remarks>Of buyers nothing is packed: their names and numbers are theirs, not the seller's.</remarks>
public sealed class Luggage(NpgsqlDataSource db, OwnShops shops, SellerGoods goods, GoodsCsv csv, Words words)
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    private static readonly string[] OrderColumns = ["nomor", "keadaan", "dipesan", "barang", "ongkos", "jumlah"];

    /// <summary>Null when the asker does not own it.</summary>
    public Task<OwnShop?> FindAsync(Asker asker, string slug, CancellationToken ct) => shops.FindAsync(asker, slug, ct);

    public async Task PackAsync(ZipArchive zip, Asker asker, OwnShop shop, CancellationToken ct)
    {
        await TextAsync(zip, "BACA-SAYA.txt", words["Semua yang dicatat Pasar KIM tentang {0}. produk.csv bisa dimasukkan lagi di halaman Tabel produk. Data pembeli tidak ada di sini: itu milik mereka.", shop.Name], ct);
        await RowsAsync(zip, "profil.json", $"select to_jsonb(b)::text from businesses b where b.business_id = {shop.BusinessId}", ct);
        await TextAsync(zip, "produk.csv", csv.Write(await goods.AllAsync(asker, shop.BusinessId, ct)), ct);
        await RowsAsync(
            zip, "produk.json",
            $"""
            select (to_jsonb(p) || jsonb_build_object('on_hand', s.on_hand, 'reserved', s.reserved))::text
            from products p join stock_levels s on s.product_id = p.product_id
            where p.business_id = {shop.BusinessId} order by p.product_id
            """, ct);
        await OrdersAsync(zip, shop.BusinessId, ct);
        await RowsAsync(
            zip, "pesanan.json",
            $"""
            select (to_jsonb(o) - 'buyer_id' - 'checkout_id')::text from orders o
            where o.business_id = {shop.BusinessId} order by o.placed_at, o.order_id
            """, ct);
        await RowsAsync(
            zip, "sertifikat.json",
            $"select (to_jsonb(c) - 'paper')::text from certificates c where c.business_id = {shop.BusinessId} order by c.stated_at", ct);
        await RowsAsync(
            zip, "kejadian.jsonl",
            $"""
            select jsonb_build_object('at', e.timestamp, 'stream', e.stream_id, 'version', e.version, 'type', e.type, 'data', e.data - 'Buyer' - 'Checkout')::text
            from events.mt_events e
            where e.stream_id in (
                select {shop.BusinessId}::uuid
                union all select product_id from products where business_id = {shop.BusinessId}
                union all select harvest_id from harvests where business_id = {shop.BusinessId}
                union all select order_id from orders where business_id = {shop.BusinessId}
                union all select certificate_id from certificates where business_id = {shop.BusinessId})
            order by e.seq_id
            """, ct, isList: false);
    }

    private async Task OrdersAsync(ZipArchive zip, Guid business, CancellationToken ct)
    {
        await using var to = await OpenAsync(zip, "pesanan.csv", ct);
        await to.WriteAsync(CsvText.Line(OrderColumns));
        await using var batch = db.CreateBatch();
        batch.Add($"select number, status, placed_at, goods, fee, total from orders where business_id = {business} order by placed_at, order_id");
        await using var reader = await batch.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            await to.WriteAsync(CsvText.Line(
            [
                reader.GetString(0), words.Of((OrderStatus)reader.GetInt16(1)), reader.GetDateTime(2).ToString("O", CultureInfo.InvariantCulture),
                Number(3), Number(4), Number(5),
            ]));
        }

        string Number(int column) => reader.GetInt64(column).ToString(CultureInfo.InvariantCulture);
    }

    // One row at a time, so that a shop of ten years takes no more memory than one of ten days.
    private async Task RowsAsync(ZipArchive zip, string name, Sql rows, CancellationToken ct, bool isList = true)
    {
        await using var to = await OpenAsync(zip, name, ct);
        await using var batch = db.CreateBatch();
        batch.Add(rows);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await to.WriteAsync(isList ? "[" : "");
        for (var isFirst = true; await reader.ReadAsync(ct); isFirst = false)
        {
            await to.WriteAsync(isFirst ? "\n" : isList ? ",\n" : "\n");
            await to.WriteAsync(reader.GetString(0).AsMemory(), ct);
        }

        await to.WriteAsync(isList ? "\n]\n" : "\n");
    }

    private static async Task TextAsync(ZipArchive zip, string name, string text, CancellationToken ct)
    {
        await using var to = await OpenAsync(zip, name, ct);
        await to.WriteAsync(text.AsMemory(), ct);
    }

    private static async Task<StreamWriter> OpenAsync(ZipArchive zip, string name, CancellationToken ct) =>
        new(await zip.CreateEntry(name).OpenAsync(ct), name.EndsWith(".csv", StringComparison.Ordinal) ? WithMark : new UTF8Encoding(false));
}
