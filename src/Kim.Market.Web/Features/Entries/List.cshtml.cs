using Kim.Market.Domain.Imports;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Imports;

namespace Kim.Market.Web.Features.Entries;

/// <summary>/dinas/daftar-umkm/{id}: one list of businesses, from the look before it is saved to the way back.</summary>
[For(Desk.Office, OfficeRole.Officer, What = "Memeriksa, menyimpan, dan mengurungkan daftar UMKM"), PrivatePage]
public sealed class ListModel(ImportJobs jobs, TimeProvider clock) : Imports.ListModel(ImportKind.Businesses, jobs, clock)
{
    public override string Address => "~/dinas/daftar-umkm";
}
