using Kim.Market.Domain.Imports;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Register;

/// <summary>/dinas/kim/impor: an office's registers of KIM, sent as tables.</summary>
[For(Desk.Office, OfficeRole.Officer, What = "Memasukkan daftar KIM dari dinas"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
[RequestFormLimits(MemoryBufferThreshold = Held, MultipartBodyLengthLimit = RequestLimits.Usual)]
public sealed class GroupListsModel(ImportJobs jobs, ImportIntake intake, IEnumerable<IImportList> lists)
    : ListsModel(ImportKind.Groups, jobs, intake, lists)
{
    public override string Address => "~/dinas/kim/impor";
}
