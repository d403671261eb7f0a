using System.Text.Json.Nodes;
using Kim.Market.Domain;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Web.Features.Erasures;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>/tanya/{token}/data: what is known of whoever asked, to take along or to have forgotten.</summary>
[OpenTo(Audience.KeyHolder, What = "Mengunduh data pribadinya di pertanyaan kepada desa dan menghapusnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class DataModel(EnquiryBook book, EnquiryDesk desk, EnquiryTalk talk, Vault vault, Wishes wishes, OwnWays ways) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public bool Sure { get; init; }
    }

    public DeskEnquiry Enquiry { get; private set; } = null!;

    public Contact Contact { get; private set; } = null!;

    public WorldNumber? Number { get; private set; }

    /// <summary>What they asked for already.</summary>
    public Wish? Wish { get; private set; }

    public bool IsForgotten => Enquiry.State == EnquiryStatus.Forgotten;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    /// <summary>Everything in one file that another program can read.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var said = (await talk.OfAsync(Enquiry.EnquiryId, ct)).Where(line => line.IsSaid)
            .Select(line => (JsonNode)new JsonObject { ["oleh"] = line.By, ["waktu"] = DateFormat.Machine(line.At), ["isi"] = line.Text }).ToArray();
        var file = new JsonObject
        {
            ["nama"] = Contact.Name,
            ["whatsapp"] = Number?.International,
            ["asal"] = (await vault.OpenAsync([Enquiry.BuyerId], ct))[Enquiry.BuyerId].FirstOrDefault(entry => entry.Field == "from").Value,
            ["kabar"] = await ways.OfAsync(Enquiry.BuyerId, ct),
            ["desa"] = Enquiry.Place,
            ["jenis"] = Enquiry.What.ToString(),
            ["percakapan"] = new JsonArray(said),
        };
        return File(OwnFile.Of(file), OwnFile.Type, $"pertanyaan-{Enquiry.Village}.json");
    }

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!Input.Sure)
        {
            ModelState.AddModelError("Input.Sure", T["Centang dulu bahwa Anda mengerti."]);
            return Page();
        }

        return await AgreedAsync(desk.ForgetAsync(Enquiry.EnquiryId, Enquiry.BuyerId, Me, ct))
            ? Done("Data pribadi Anda sudah dihapus.", $"~/tanya/{Token}/data")
            : Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.OpenAsync(Token, ct) is not { } enquiry)
        {
            return false;
        }

        Enquiry = enquiry;
        var known = (await vault.OpenAsync([enquiry.BuyerId], ct))[enquiry.BuyerId].ToList();
        (Contact, Number) = (Contact.Of(known), EnquiryWords.NumberOf(known));
        Wish = await wishes.OfAsync(enquiry.BuyerId, ct);
        return true;
    }
}
