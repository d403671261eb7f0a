using Kim.Market.Domain;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>/dinas/pertanyaan/{id}: an enquiry that has reached the office, to be answered.</summary>
[For(Desk.Office, What = "Membaca pertanyaan di wilayahnya yang sampai ke dinas"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class OfficeCaseModel(EnquiryBook book, EnquiryDesk desk, EnquiryTalk talk, Vault vault, TimeProvider clock) : CaseModel(desk, talk, vault, clock)
{
    private Guid? _office;

    public override bool MayAnswer => _office is not null && Enquiry.State is EnquiryStatus.Waiting or EnquiryStatus.Answered;

    public override bool MaySetAside => _office is not null && Enquiry.State == EnquiryStatus.Waiting;

    public override string Here => $"~/dinas/pertanyaan/{Id}";

    [For(Desk.Office, OfficeRole.Officer, What = "Menjawab dan menyisihkan pertanyaan yang sampai ke dinas")]
    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) =>
        await book.OfficeOfAsync(Me, Id, ct) is { } office ? await AnswerAsync(new Id<Office>(office), ct) : NotFound();

    [For(Desk.Office, OfficeRole.Officer, What = "Menjawab dan menyisihkan pertanyaan yang sampai ke dinas")]
    public async Task<IActionResult> OnPostAsideAsync(CancellationToken ct) =>
        await book.OfficeOfAsync(Me, Id, ct) is { } office
            ? await TellAsync((known, _, now) => known.SetAside(Input.Reason, new Id<Office>(office), now), T["Disisihkan. Penanya membaca sebabnya."], ct)
            : NotFound();

    protected override async Task<DeskEnquiry?> ReadAsync(CancellationToken ct)
    {
        _office = await book.OfficeOfAsync(Me, Id, ct);
        return await book.FindOfOfficeAsync(Me, Id, ct);
    }
}
