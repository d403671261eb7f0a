using Kim.Market.Domain.Imports;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Imports;

namespace Kim.Market.Web.Features.Register;

/// <summary>/dinas/kim/impor/{id}: one register of KIM, from the look before it is saved to the way back.</summary>
[For(Desk.Office, OfficeRole.Officer, What = "Memeriksa, menyimpan, dan mengurungkan daftar KIM"), PrivatePage]
public sealed class GroupListModel(ImportJobs jobs, TimeProvider clock) : ListModel(ImportKind.Groups, jobs, clock)
{
    public override string Address => "~/dinas/kim/impor";
}
