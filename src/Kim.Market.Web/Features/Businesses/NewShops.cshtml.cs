using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Entries;
using Kim.Market.Web.Features.Imports;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Features.Till;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>/kelola/lapak-baru: a KIM pastes the list it has, mends what is unclear, and all shops are registered at once.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Mendaftarkan banyak usaha sekaligus untuk KIM-nya"), PrivatePage]
public sealed class NewShopsModel(ShopBatch batch) : MarketPage
{
    /// <summary>Which of several KIM.</summary>
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public OwnKim Kim { get; private set; } = null!;

    public RoomBar Bar => RoomBar.Group(T, "/kelola");

    public sealed class Form
    {
        [Display(Name = "Daftar usaha")]
        [StringLength(20_000, ErrorMessage = "Daftarnya terlalu panjang. Tempel paling banyak 60 usaha sekali kirim.")]
        public string? Text { get; init; }

        public Row[] Rows { get; init; } = []; // an array: what a form brings is put into no other list that is there already

        public Guid Command { get; init; }
    }

    /// <summary>One shop of the list, to be mended in place.</summary>
    public sealed class Row
    {
        [Display(Name = "Nama usaha")]
        [StringLength(200)]
        public string? Name { get; init; }

        [Display(Name = "Desa atau kelurahan")]
        [StringLength(100)]
        public string? Village { get; init; }

        [Display(Name = "Nomor WhatsApp")]
        [StringLength(60)]
        public string? Phone { get; init; }

        public bool Skip { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await KnowAsync(ct) ? Page() : NotFound();

    /// <summary>Tells the list apart; nothing is registered yet.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken ct)
    {
        if (!await KnowAsync(ct))
        {
            return NotFound();
        }

        var shops = PastedShops.Read(Input.Text ?? "");
        if (shops.Count is 0 or > PastedShops.Most)
        {
            ModelState.AddModelError("Input.Text", shops.Count == 0
                ? T["Tempel dulu daftarnya, satu usaha satu baris."]
                : T["Daftarnya terlalu panjang. Tempel paling banyak 60 usaha sekali kirim."]);
        }

        if (ModelState.IsValid)
        {
            Input = new()
            {
                Text = Input.Text,
                Rows = [.. shops.Select(shop => new Row { Name = shop.Name, Village = shop.Village, Phone = shop.Phone })],
                Command = Guid.NewGuid(),
            };
            ModelState.Clear();
            await CheckAsync(ct);
        }

        return Page();
    }

    /// <summary>Registers them all, or shows again what is still unclear.</summary>
    public async Task<IActionResult> OnPostMakeAsync(CancellationToken ct)
    {
        if (!await KnowAsync(ct))
        {
            return NotFound();
        }

        if (Input.Rows.Length > PastedShops.Most || Input.Command == Guid.Empty)
        {
            return NotFound();
        }

        // looked at after the names: a press whose twin was faster finds them taken, and all is well
        var shops = await CheckAsync(ct);
        if (!await batch.IsDoneAsync(Input.Command, ct))
        {
            if (ModelState.IsValid && shops.Count == 0)
            {
                ModelState.AddModelError("", T["Tidak ada usaha yang dipilih. Tempel daftarnya lagi."]);
            }

            if (!ModelState.IsValid
                || !await AgreedAsync(batch.RegisterAsync(Kim, shops, T["Di tempat usaha"], Input.Command, Me, ct)))
            {
                return Page();
            }
        }

        Flash = T["{0} lapak didaftarkan sebagai draf. Cetak kartu untuk pemiliknya.", Input.Rows.Count(row => !row.Skip)];
        return LocalRedirect(Url.Content($"~/kelola/kartu?di={Kim.GroupId:N}"));
    }

    /// <summary>The shops that are clear; what is not is said at its field.</summary>
    private async Task<List<SureShop>> CheckAsync(CancellationToken ct)
    {
        var villages = await batch.VillagesAsync(Kim, ct);
        var sure = new List<(int At, SureShop Shop)>();
        for (var i = 0; i < Input.Rows.Length; i++)
        {
            if (Input.Rows[i] is { Skip: false } row && Check(i, row, villages) is { } shop)
            {
                sure.Add((i, shop));
            }
        }

        var known = await batch.KnownAsync([.. sure.Select(one => one.Shop)], ct);
        var seen = new HashSet<(string, string)>();
        foreach (var (at, shop) in sure)
        {
            var key = (EntryRow.KeyOf(shop.Name), shop.Village.Value);
            if (known.Contains(key))
            {
                Say(at, nameof(Row.Name), T["Sudah ada lapak bernama ini di desa itu. Centang Lewati."]);
            }
            else if (!seen.Add(key))
            {
                Say(at, nameof(Row.Name), T["Nama ini dua kali di daftar. Centang Lewati pada salah satunya."]);
            }
        }

        return [.. sure.Select(one => one.Shop)];
    }

    private SureShop? Check(int at, Row row, VillageIndex villages)
    {
        var (name, village, phone) = (row.Name?.Trim() ?? "", row.Village?.Trim() ?? "", row.Phone?.Trim() ?? "");
        var isClear = true;
        if (name.Length is 0 or > Limits.Name || PublicText.HoldsNumber(name) || EntryRow.KeyOf(name).Length == 0)
        {
            isClear = Say(at, nameof(Row.Name), T["Tulis nama usahanya, tanpa nomor HP."]);
        }

        var (answer, code) = ShopBatch.Find(villages, Kim, village);
        if (answer != VillageAnswer.Found)
        {
            isClear = Say(at, nameof(Row.Village), T.Of(answer == VillageAnswer.Several ? ListRefusals.SeveralPlaces(village)
                : village.Length == 0 ? ListRefusals.NoVillage : ListRefusals.UnknownPlace(village)));
        }

        if (phone.Length > 0 && !WhatsAppNumber.TryParse(phone, out _))
        {
            isClear = Say(at, nameof(Row.Phone), NumberAdvice.For(phone, T));
        }

        return isClear ? new(name, code, WhatsAppNumber.TryParse(phone, out var number) ? number : null) : null;
    }

    private bool Say(int at, string field, string why)
    {
        ModelState.AddModelError($"Input.Rows[{at}].{field}", why);
        return false;
    }

    private async Task<bool> KnowAsync(CancellationToken ct)
    {
        if (await batch.KimAsync(Me, At, ct) is not { } kim)
        {
            return false;
        }

        Kim = kim;
        return true;
    }
}
