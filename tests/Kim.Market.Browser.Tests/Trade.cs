using Kim.Market.Web.Tests;
using Kim.Market.Web.Tests.Cards;
using Microsoft.Playwright;

namespace Kim.Market.Browser.Tests;

/// <summary>What buyers and sellers do in most journeys.</summary>
internal static class Trade
{
    extension(Visitor visitor)
    {
        /// <summary>Puts one of each into the cart and opens the till.</summary>
        public async Task TakeAsync(params Goods[] goods)
        {
            foreach (var taken in goods)
            {
                await visitor.OpenAsync($"/p/{taken.Slug}");
                await visitor.Shown("add-to-cart").ClickAsync();
            }

            await visitor.OpenAsync("/checkout");
        }

        /// <summary>Says who orders.</summary>
        public async Task NameAsync(string name, string whatsApp)
        {
            await visitor.Page.Locator("[name='Input.Name']").FillAsync(name);
            await visitor.Page.Locator("[name='Input.WhatsApp']").FillAsync(whatsApp);
        }

        /// <summary>Presses "order"; ends on the page of the order.</summary>
        public async Task OrderAsync()
        {
            await visitor.Shown("place-order").ClickAsync();
            await visitor.Page.WaitForURLAsync("**/pesanan/*");
        }

        /// <summary>An order in a seller's inbox.</summary>
        public ILocator Card(string number) => visitor.Find("inbox-order").Filter(new() { HasText = number });

        /// <summary>Presses a button of an order in a drawer of the inbox, which takes it out of there.</summary>
        public async Task PressAsync(string drawer, string number, string button)
        {
            await visitor.OpenAsync($"/lapak/pesanan?status={drawer}");
            await visitor.Card(number).Locator($"[data-test={button}]").ClickAsync();
            await visitor.Card(number).GoneAsync();
        }

        /// <summary>Turns an order down that is in a drawer of the inbox.</summary>
        public async Task RejectAsync(string drawer, string number, string reason)
        {
            await visitor.OpenAsync($"/lapak/pesanan?status={drawer}");
            await visitor.Card(number).Locator("[data-test=reject] summary").ClickAsync();
            await visitor.Card(number).Locator($"[name='Input.Reason'][value={reason}]").CheckAsync();
            await visitor.Card(number).Locator("[data-test=reject-order]").ClickAsync();
            await visitor.Card(number).GoneAsync();
        }

        /// <summary>Takes cards, into an account that nobody has.</summary>
        public async Task TakeCardsAsync(string stall)
        {
            await visitor.OpenAsync($"/lapak/pembayaran/{stall}");
            await visitor.Page.Locator("details:has([data-test=card-form]) > summary").ClickAsync();
            await visitor.Page.Locator("[name='Input.Key']").FillAsync(FakeStripe.Key);
            await visitor.LookAsync("lapak-kartu");
            await visitor.Find("keep-card").ClickAsync();
            await visitor.Find("card-account").WaitForAsync();
        }

        /// <summary>Takes transfers, into an account that nobody has.</summary>
        public async Task TakeTransfersAsync(string stall)
        {
            await visitor.OpenAsync($"/lapak/pembayaran/{stall}");
            if (await visitor.Find("account").CountAsync() == 0)
            {
                await visitor.Page.Locator("[name='Input.Bank']").FillAsync("Bank Contoh");
                await visitor.Page.Locator("[name='Input.Number']").FillAsync("1234 5678 90");
                await visitor.Page.Locator("[name='Input.Holder']").FillAsync("Tukang Roti Contoh");
                await visitor.Find("keep-account").ClickAsync();
            }

            await visitor.Find("account").WaitForAsync();
            await visitor.LookAsync("lapak-rekening");
        }

        /// <summary>Pays by card on the page that stands for Stripe's, and comes back.</summary>
        public async Task PayByCardAsync(bool scripts)
        {
            await visitor.Find("pay-by-card").ClickAsync();
            await visitor.Page.Locator("#pay").ClickAsync();
            if (!scripts)
            {
                await visitor.LookAsync("pesanan-kartu-kembali");
                await visitor.Find("check-card").ClickAsync(); // with scripts the page asks by itself
            }

            await visitor.Find("flash").WaitForAsync();
        }

        /// <summary>Sends a picture of a transfer from the page of the order.</summary>
        public async Task SendProofAsync(string picture)
        {
            await visitor.Page.Locator("[name='Input.Photo']").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "pictures", picture));
            await visitor.Find("send-proof").ClickAsync();
            await visitor.Find("given-proofs").WaitForAsync();
            await visitor.LookAsync("pesanan-bukti");
        }

        /// <summary>Gives stars and words to the first thing of an order, on its page of reviews.</summary>
        public async Task ReviewAsync(int stars, string words)
        {
            await visitor.Page.Locator($"[name='Input.Stars'][value='{stars}']").First.CheckAsync(new() { Force = true });
            await visitor.Page.Locator("[name='Input.Words']").First.FillAsync(words);
            await visitor.LookAsync("ulasan-tulis");
            await visitor.Find("give-review").First.ClickAsync();
            await visitor.Page.Locator("[role=status], [data-test=flash]").First.WaitForAsync();
        }
    }

    public static Task GoneAsync(this ILocator element) => element.WaitForAsync(new() { State = WaitForSelectorState.Detached });
}
