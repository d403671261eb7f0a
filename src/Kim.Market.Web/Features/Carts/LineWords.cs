using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Carts;

/// <summary>Says what is wrong with a line of a cart: first the bad news, never a blame.</summary>
public static class LineWords
{
    public static string Of(CartLine line, Words words) => line.Problem switch
    {
        LineProblem.Withdrawn => words["Sudah tidak dijual."],
        LineProblem.ShopClosed => words["{0} sedang tutup.", line.Business],
        LineProblem.GroupDormant => words["{0} sedang vakum, jadi pesanan belum bisa diteruskan.", line.Group],
        LineProblem.SoldOut => words["Habis: tersisa 0 dari {0} yang Anda minta.", line.Quantity],
        LineProblem.NotEnough => words["Anda minta {0}, tersisa {1}.", line.Quantity, line.Available],
        LineProblem.OutOfSeason => words["Sedang tidak musim. Mulai lagi {0}.", DateFormat.Full(line.ReturnsOn!.Value)],
        LineProblem.UnderMinimum => words["Tersisa {0}, kurang dari pembelian paling sedikit: {1}.", line.Available, line.Had.Minimum],
        LineProblem.TooFew => words.Of(line.Had.Against(line.Quantity)!),
        _ => "",
    };
}
