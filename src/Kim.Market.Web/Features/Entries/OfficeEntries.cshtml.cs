using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;

namespace Kim.Market.Web.Features.Entries;

/// <summary>/dinas/umkm-terdaftar: an officer gives owners the codes to their lines, and takes lines out.</summary>
[For(Desk.Office, OfficeRole.Officer, What = "Memberi kode kepada pemilik UMKM yang terdaftar, dan mengeluarkan baris"), PrivatePage]
public sealed class OfficeEntriesModel(EntryDesk entries, EntryCodes codes, Standing standing) : EntriesModel(Desk.Office, entries, codes)
{
    public override string Address => "~/dinas/umkm-terdaftar";

    public override RoomBar Bar => RoomBar.Office(T, "/dinas");

    public override bool MayWithdraw => true;

    protected override Guid? Scope => Room.Held(standing, Desk.Office, At, OfficeRole.Officer)?.Scope;
}
