using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;

namespace Kim.Market.Web.Features.Entries;

/// <summary>/kelola/umkm-terdaftar: a KIM gives owners in its villages the codes to their lines.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Memberi kode kepada pemilik UMKM terdaftar di desa KIM-nya"), PrivatePage]
public sealed class KimEntriesModel(EntryDesk entries, EntryCodes codes, Standing standing) : EntriesModel(Desk.Group, entries, codes)
{
    public override string Address => "~/kelola/umkm-terdaftar";

    public override RoomBar Bar => RoomBar.Group(T, "/kelola");

    protected override Guid? Scope => Room.Held(standing, Desk.Group, At, GroupRole.Chair, GroupRole.Curator)?.Scope;
}
