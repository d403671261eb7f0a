using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Kim.Market.Web.Tests.BadInput;

/// <summary>Whatever is sent through a form, it comes back with a word or goes through, and never fails.</summary>
public sealed class OddFormsTests(MarketApp app)
{
    private static readonly string[] Odd =
    [
        "", " ", "-1", "0", "1", "2147483648", "99999999999999999999", "1.5", "1,5", "NaN", "Rp12.500", "true", "\0", "a\0b", "\u202e",
        "<script>alert(1)</script>", "'; drop table read.orders; --", "{{7*7}}", "../../etc/passwd", "https://jahat.example/",
        "00000000-0000-0000-0000-000000000000", "not-a-guid", "Delivery", "2", "★", new('x', 5_000), "0812-3456-7890", "@@@", "\r\n\r\n",
    ];

    [Fact]
    public async Task No_form_makes_the_program_fail_however_it_is_filled()
    {
        var cast = new Cast(app.Services);
        var stall = await cast.Stall();
        var goods = await cast.Goods(stall, stock: 500);
        var failed = new List<string>();

        foreach (var address in new[] { "/keranjang", "/checkout", "/masuk", $"/p/{goods.Slug}" })
        {
            var buyer = app.Visitor();
            await buyer.Put(goods, 2);
            await Try(buyer, address, failed);
        }

        var order = await app.BuyerOf(goods);
        await Try(order, order.Path, failed);
        await Try(app.As(stall.Owner), "/lapak/pesanan", failed);
        Assert.Empty(failed);
    }

    private static async Task Try(Browser browser, string address, List<string> failed)
    {
        await browser.Visit(address);
        var forms = browser.Page.Forms.Count(IsPost);
        for (var form = 0; form < forms; form++)
        {
            await browser.Visit(address);
            foreach (var field in FieldsOf(browser, form))
            {
                foreach (var odd in Odd)
                {
                    await browser.Visit(address);
                    if (browser.Page.Forms.Where(IsPost).ElementAtOrDefault(form) is not { } shown)
                    {
                        break; // an earlier answer went through, and the page has moved on
                    }

                    shown.SetAttribute("data-test", "odd-form");
                    await browser.Submit("odd-form", (field, odd));
                    if ((int)browser.Status >= 500)
                    {
                        failed.Add($"{(int)browser.Status} {address} {field}={odd[..Math.Min(odd.Length, 30)]}");
                    }
                }
            }
        }
    }

    private static List<string> FieldsOf(Browser browser, int form) =>
    [
        .. (browser.Page.Forms.Where(IsPost).ElementAtOrDefault(form)?.Elements ?? Enumerable.Empty<IElement>())
            .Select(element => element.GetAttribute("name")).OfType<string>().Where(name => name != "__RequestVerificationToken").Distinct(),
    ];

    private static bool IsPost(IHtmlFormElement form) => string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase);
}
