using Kim.Market.Web.Access;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Policies;

/// <summary>What some people may do: a heading, what it means to be one of them, and the list.</summary>
public sealed record Permissions(string Who, string Meaning, IReadOnlyList<Permission> Can);

/// <param name="Roles">Which of them; empty for all.</param>
public sealed record Permission(string What, IReadOnlyList<string> Roles);

/// <summary>/siapa-boleh-apa: who may do what, read from the policies that stand on the routes themselves.</summary>
[OpenTo(Audience.Everyone, What = "Membaca siapa boleh apa"), CachedPage(Seconds = 86_400)]
public sealed class IndexModel(PolicyList policies, Words words) : PageModel
{
    public IReadOnlyList<Permissions> All { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var doors = (await policies.AllAsync()).Where(door => door.IsOwn && door.Policy is not null).ToList();
        All =
        [
            Of(words["Siapa saja"], words["Tanpa akun."], doors.Where(door => door.Policy is OpenToAttribute { Audience: Audience.Everyone })),
            Of(words["Pemegang tautan"], words["Tautan yang tidak bisa ditebak, untuk satu urusan."], doors.Where(door => door.Policy is OpenToAttribute { Audience: Audience.KeyHolder })),
            Of(words["Layanan pembayaran"], words["Setiap kabarnya bertanda tangan, dan hanya tentang satu lapak."], doors.Where(door => door.Policy is OpenToAttribute { Audience: Audience.Signer })),
            Of(words["Siapa pun yang sudah masuk"], words["Masing-masing hanya miliknya sendiri."], doors.Where(door => door.Policy is ForMembersAttribute)),
            At(Desk.Seller, words["Penjual"], words["Hanya lapaknya sendiri."]),
            At(Desk.Group, words["Pengurus KIM"], words["Hanya KIM-nya sendiri dan lapak yang didampinginya."]),
            At(Desk.Office, words["Dinas"], words["Hanya wilayahnya sendiri. Pemeriksa hanya membaca."]),
            At(Desk.Operator, words["Operator"], words["Yang menjalankan situs ini."]),
        ];

        Permissions At(string desk, string who, string meaning) =>
            Of(who, meaning, doors.Where(door => door.Policy is ForAttribute at && at.Desk == desk));
    }

    private Permissions Of(string who, string meaning, IEnumerable<Doorway> doors) => new(who, meaning,
    [
        .. doors
            .Select(door => new Permission(door.Policy!.What is { } what ? words[what] : door.Route, RolesOf(door.Policy)))
            .DistinctBy(can => (can.What, string.Join(',', can.Roles)))
            .OrderBy(can => can.What, StringComparer.CurrentCulture),
    ]);

    private List<string> RolesOf(PolicyAttribute policy) => policy is ForAttribute at ? [.. at.Roles.Select(words.Of)] : [];
}
