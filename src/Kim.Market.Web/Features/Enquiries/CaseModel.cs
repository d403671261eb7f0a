using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>One enquiry on a desk where it is answered: who asks, what was said, and what can be said to it.</summary>
public abstract class CaseModel(EnquiryDesk desk, EnquiryTalk talk, Vault vault, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public DeskEnquiry Enquiry { get; private set; } = null!;

    public IReadOnlyList<TalkLine> Talk { get; private set; } = [];

    public Contact Contact { get; private set; } = null!;

    /// <summary>Theirs, of whatever country; null once they were forgotten.</summary>
    public WorldNumber? Number { get; private set; }

    /// <summary>Where they come from, as far as they said.</summary>
    public string? From { get; private set; }

    public bool IsLate => Enquiry.IsLate(clock.GetUtcNow());

    public abstract bool MayAnswer { get; }

    public abstract bool MaySetAside { get; }

    /// <summary>The page's own address.</summary>
    public abstract string Here { get; }

    /// <summary>What the asker is told in a chat once an answer is recorded.</summary>
    public string ChatText => T["Halo {0}, pertanyaan Anda tentang {1} sudah dijawab di Pasar KIM.", Contact.Name ?? "", Enquiry.About ?? Enquiry.Place];

    public sealed class Form
    {
        /// <summary>Drawn with the form, so that pressing twice says it once.</summary>
        public Guid Said { get; init; }

        [Display(Name = "Jawaban")]
        [StringLength(Limits.EnquiryText)]
        public string? Words { get; init; }

        public SetAsideReason Reason { get; init; }

        [Display(Name = "Pertanyaannya, dengan kata Anda")]
        [StringLength(Limits.EnquiryShown)]
        public string? Question { get; set; }

        [Display(Name = "Jawabannya, dengan kata Anda")]
        [StringLength(Limits.EnquiryShown)]
        public string? Answer { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        (Input.Question, Input.Answer) = (Enquiry.ShownQuestion, Enquiry.ShownAnswer);
        return Page();
    }

    /// <summary>Null when it is not the asker's to read.</summary>
    protected abstract Task<DeskEnquiry?> ReadAsync(CancellationToken ct);

    protected async Task<IActionResult> AnswerAsync(Id<Office>? office, CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        ModelState.Remove("Input.Said");
        ModelState.Remove("Input.Reason");
        if (string.IsNullOrWhiteSpace(Input.Words))
        {
            ModelState.AddModelError("Input.Words", T["Tulis jawabannya."]);
        }

        var said = Input.Said == Guid.Empty ? Guid.NewGuid() : Input.Said;
        return ModelState.IsValid && await AgreedAsync(desk.SayAsync(
            Id, Enquiry.BuyerId, said, Input.Words, (known, _, now) => known.Answer(said, office, now), Me.By(said), ct))
            ? Done("Jawaban tercatat. Penanya membacanya di halamannya.", Here)
            : Page();
    }

    protected async Task<IActionResult> TellAsync(
        Func<Enquiry, WorkingDays, DateTimeOffset, Decision<EnquiryEvent>> decide, string done, CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await AgreedAsync(desk.TellAsync(Id, decide, Me.By(), ct)))
        {
            return Page();
        }

        Flash = done;
        return LocalRedirect(Url.Content(Here));
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } enquiry)
        {
            return false;
        }

        Enquiry = enquiry;
        Talk = await talk.OfAsync(enquiry.EnquiryId, ct);
        var known = (await vault.OpenAsync([enquiry.BuyerId], ct))[enquiry.BuyerId].ToList();
        Contact = Contact.Of(known);
        Number = EnquiryWords.NumberOf(known);
        From = known.FirstOrDefault(entry => entry.Field == "from").Value;
        return true;
    }
}
