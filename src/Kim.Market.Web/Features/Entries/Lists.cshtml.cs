using Kim.Market.Domain.Imports;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Entries;

/// <summary>/dinas/daftar-umkm: an office's lists of the businesses it knows.</summary>
[For(Desk.Office, OfficeRole.Officer, What = "Memasukkan daftar UMKM dari dinas"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
[RequestFormLimits(MemoryBufferThreshold = Held, MultipartBodyLengthLimit = RequestLimits.Usual)]
public sealed class ListsModel(ImportJobs jobs, ImportIntake intake, IEnumerable<IImportList> lists)
    : Imports.ListsModel(ImportKind.Businesses, jobs, intake, lists)
{
    public override string Address => "~/dinas/daftar-umkm";
}
