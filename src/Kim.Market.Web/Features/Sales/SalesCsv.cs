using System.Globalization;
using System.Runtime.CompilerServices;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Kim.Market.Web.Tables;

namespace Kim.Market.Web.Features.Sales;

/// <summary>The report's orders as a table, a row for each of their lines. What delivery cost stands in an order's first row.</summary>
public static class SalesCsv
{
    private static readonly string[] Columns =
        ["nomor", "selesai", "produk", "jumlah", "satuan", "harga_satuan", "nilai_barang", "ongkir", "serah", "dibantu_kim"];

    public static async IAsyncEnumerable<string> LinesAsync(
        IAsyncEnumerable<SoldOrder> orders, Zone zone, Words words, [EnumeratorCancellation] CancellationToken ct = default)
    {
        yield return CsvText.Line(Columns);
        await foreach (var order in orders.WithCancellation(ct))
        {
            var day = new DateTimeOffset(order.TouchedAt).ToOffset(zone.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var fee = order.Fee;
            foreach (var line in order.Ordered)
            {
                yield return CsvText.Line(
                [
                    order.Number, day, line.Name, Number(line.Quantity), line.Unit, Number(line.Price), Number(line.Total.Amount), Number(fee),
                    words.NameOfArea(order.Area, order.AreaName), order.Helped ? words["ya"] : words["tidak"],
                ]);
                fee = 0;
            }
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
