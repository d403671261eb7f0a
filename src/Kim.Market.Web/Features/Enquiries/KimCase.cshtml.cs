using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>/kelola/pertanyaan/{id}: an enquiry to one's own KIM, to be answered, passed on or shown.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Membaca dan menjawab pertanyaan kepada KIM-nya, meneruskan, menyisihkan, dan menampilkannya"), PrivatePage]
[EnableRateLimiting(RateLimits.Write)]
public sealed class KimCaseModel(EnquiryBook book, EnquiryDesk desk, EnquiryTalk talk, Vault vault, TimeProvider clock) : CaseModel(desk, talk, vault, clock)
{
    public override bool MayAnswer => Enquiry.State is EnquiryStatus.Waiting or EnquiryStatus.Answered;

    public override bool MaySetAside => Enquiry is { State: EnquiryStatus.Waiting, AtOffice: false };

    public bool MayPass => MaySetAside;

    public bool MayShow => Enquiry is { MayShow: true, AnsweredAt: not null };

    public override string Here => $"~/kelola/pertanyaan/{Id}";

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) => AnswerAsync(null, ct);

    public Task<IActionResult> OnPostVillageAsync(CancellationToken ct) => TellAsync(
        (known, days, now) => known.PassToVillage(days, now), T["Tercatat. Bawa kembali jawabannya dalam sepuluh hari kerja."], ct);

    public Task<IActionResult> OnPostOfficeAsync(CancellationToken ct) => TellAsync(
        (known, days, now) => known.PassToOffice(days, now), T["Diteruskan. Dinas menjawab dalam tiga hari kerja."], ct);

    public Task<IActionResult> OnPostAsideAsync(CancellationToken ct) => TellAsync(
        (known, _, now) => known.SetAside(Input.Reason, null, now), T["Disisihkan. Penanya bisa tidak setuju, lalu dinas membacanya."], ct);

    public Task<IActionResult> OnPostShowAsync(CancellationToken ct) => TellAsync(
        (known, _, now) => known.Show(Input.Question ?? "", Input.Answer ?? "", now), T["Tampil sekarang di halaman desa, tanpa nama."], ct);

    public Task<IActionResult> OnPostHideAsync(CancellationToken ct) => TellAsync(
        (known, _, now) => known.Hide(byAsker: false, now), T["Tidak tampil lagi di halaman desa."], ct);

    protected override Task<DeskEnquiry?> ReadAsync(CancellationToken ct) => book.FindOfKimAsync(Me, Id, ct);
}
