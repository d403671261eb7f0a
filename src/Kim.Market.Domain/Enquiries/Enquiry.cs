using System.Diagnostics;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Enquiries;

/// <summary>What a KIM says in public of something it was asked.</summary>
public sealed record ShownAnswer(string Question, string Answer);

/// <summary>
/// A question to a village, with a clock: its KIM has three working days, then the office sees it. Whose it is to answer, the caller has
/// checked.
/// </summary>
public sealed record Enquiry(Id<Enquiry> Id, Id<Buyer> By, RegionCode Village, Id<Group>? Group) : IAggregate<Enquiry, EnquiryEvent>
{
    /// <summary>Working days until an answer is due.</summary>
    public const int Days = 3;

    /// <summary>Working days for an answer that a village's government has to give.</summary>
    public const int VillageDays = 10;

    /// <summary>So long after an answer nobody has to say "thank you" for it to be over.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromDays(14);

    public EnquiryStatus Status { get; private init; }

    /// <summary>Until when whoever has it should answer.</summary>
    public DateTimeOffset Due { get; private init; }

    public bool IsAtOffice { get; private init; }

    public bool IsAtVillage { get; private init; }

    public bool MayShow { get; private init; }

    public ShownAnswer? Shown { get; private init; }

    public bool WasAnswered { get; private init; }

    /// <summary>How often anybody has said something.</summary>
    public int Said { get; private init; }

    public DateTimeOffset TouchedAt { get; private init; }

    private bool IsOpen => Status is EnquiryStatus.Waiting or EnquiryStatus.Answered;

    private bool IsFull => Said >= Limits.EnquiryWords;

    /// <param name="words">Where in the vault the question stands.</param>
    public static Decision<EnquiryEvent> Make(
        Id<Enquiry> id, Id<Buyer> by, EnquiryKind kind, RegionCode village, Id<Group>? group, Id<Potential>? potential, Id<Product>? product,
        Guid words, bool mayShow, WorkingDays days, DateTimeOffset now)
    {
        if (village.Kind is not (RegionKind.Village or RegionKind.UrbanVillage or RegionKind.CustomaryVillage))
        {
            return EnquiryRefusals.NotAVillage;
        }

        var due = days.After(now, Days);
        var made = new EnquiryMade(id, by, kind, village, group, potential, product, words, mayShow, due, now);
        return group is null ? [made, new EnquiryEscalated(due, now)] : [made];
    }

    /// <param name="office">Null when its KIM answers.</param>
    public Decision<EnquiryEvent> Answer(Guid words, Id<Office>? office, DateTimeOffset now) =>
        !IsOpen ? EnquiryRefusals.Over
        : office is not null && !IsAtOffice ? EnquiryRefusals.NotAtOffice
        : office is null && Group is null ? EnquiryRefusals.NoKim
        : IsFull ? EnquiryRefusals.TooManyWords
        : [new EnquiryAnswered(words, office, now)];

    /// <summary>More words while it waits move no clock; after an answer it begins anew; whoever was set aside is heard by the office.</summary>
    public Decision<EnquiryEvent> FollowUp(Guid words, WorkingDays days, DateTimeOffset now)
    {
        if (Status is EnquiryStatus.Closed or EnquiryStatus.Forgotten)
        {
            return EnquiryRefusals.Over;
        }

        if (IsFull)
        {
            return EnquiryRefusals.TooManyWords;
        }

        var due = Status == EnquiryStatus.Waiting ? Due : days.After(now, Days);
        var said = new EnquiryFollowedUp(words, due, now);
        return Status == EnquiryStatus.SetAside || (IsAtOffice && Status == EnquiryStatus.Answered) ? [said, new EnquiryEscalated(due, now)] : [said];
    }

    public Decision<EnquiryEvent> PassToVillage(WorkingDays days, DateTimeOffset now) =>
        IsAtVillage && Status == EnquiryStatus.Waiting ? []
        : Status != EnquiryStatus.Waiting ? EnquiryRefusals.NotWaiting
        : IsAtOffice ? EnquiryRefusals.PassedAlready
        : [new EnquiryPassedToVillage(days.After(now, VillageDays), now)];

    public Decision<EnquiryEvent> PassToOffice(WorkingDays days, DateTimeOffset now) =>
        IsAtOffice ? []
        : Status != EnquiryStatus.Waiting ? EnquiryRefusals.NotWaiting
        : [new EnquiryPassedToOffice(days.After(now, Days), now)];

    /// <summary>Says what time alone decides: an unanswered question reaches the office, an answered one is over after two silent weeks.</summary>
    public Decision<EnquiryEvent> PassTime(WorkingDays days, DateTimeOffset now) =>
        Status == EnquiryStatus.Waiting && !IsAtOffice && now >= Due ? [new EnquiryEscalated(days.After(now, Days), now)]
        : Status == EnquiryStatus.Answered && now >= TouchedAt + Silence ? [new EnquiryClosed(EnquiryEnd.Silence, now)]
        : [];

    /// <param name="office">Null when its KIM sets it aside.</param>
    public Decision<EnquiryEvent> SetAside(SetAsideReason reason, Id<Office>? office, DateTimeOffset now) =>
        Status == EnquiryStatus.SetAside ? []
        : Status != EnquiryStatus.Waiting ? EnquiryRefusals.NotWaiting
        : office is null && IsAtOffice ? EnquiryRefusals.PassedAlready
        : office is not null && !IsAtOffice ? EnquiryRefusals.NotAtOffice
        : [new EnquirySetAside(reason, office, now)];

    /// <summary>The asker has what they wanted, or wants it no more.</summary>
    public Decision<EnquiryEvent> Close(DateTimeOffset now) =>
        Status is EnquiryStatus.Closed or EnquiryStatus.Forgotten ? [] : [new EnquiryClosed(EnquiryEnd.Asker, now)];

    public Decision<EnquiryEvent> Show(string question, string answer, DateTimeOffset now)
    {
        var shown = new ShownAnswer(question.Trim(), answer.Trim());
        return !MayShow ? EnquiryRefusals.MayNotShow
            : !WasAnswered ? EnquiryRefusals.NotAnswered
            : shown.Question.Length is 0 or > Limits.EnquiryShown || shown.Answer.Length is 0 or > Limits.EnquiryShown ? EnquiryRefusals.ShownLength
            : PublicText.HoldsNumber(shown.Question) || PublicText.HoldsNumber(shown.Answer) ? EnquiryRefusals.ShownHoldsNumber
            : shown == Shown ? []
            : [new EnquiryShown(shown.Question, shown.Answer, now)];
    }

    public Decision<EnquiryEvent> Hide(bool byAsker, DateTimeOffset now) =>
        Shown is null && !(byAsker && MayShow) ? [] : [new EnquiryHidden(byAsker, now)];

    public Decision<EnquiryEvent> Forget(DateTimeOffset now) => Status == EnquiryStatus.Forgotten ? [] : [new EnquiryForgotten(now)];

    public static Enquiry Evolve(Enquiry? state, EnquiryEvent happened) => (state, happened) switch
    {
        (null, EnquiryMade e) => new(e.Enquiry, e.By, e.Village, e.Group) { Due = e.Due, MayShow = e.MayShow, Said = 1, TouchedAt = e.At },
        (not null, EnquiryAnswered e) => state with { Status = EnquiryStatus.Answered, WasAnswered = true, Said = state.Said + 1, TouchedAt = e.At },
        (not null, EnquiryFollowedUp e) => state with { Status = EnquiryStatus.Waiting, Due = e.Due, Said = state.Said + 1, TouchedAt = e.At },
        (not null, EnquiryPassedToVillage e) => state with { IsAtVillage = true, Due = e.Due, TouchedAt = e.At },
        (not null, EnquiryPassedToOffice e) => state with { IsAtOffice = true, Due = e.Due, TouchedAt = e.At },
        (not null, EnquiryEscalated e) => state with { IsAtOffice = true, Due = e.Due, TouchedAt = e.At },
        (not null, EnquirySetAside e) => state with { Status = EnquiryStatus.SetAside, TouchedAt = e.At },
        (not null, EnquiryClosed e) => state with { Status = EnquiryStatus.Closed, TouchedAt = e.At },
        (not null, EnquiryShown e) => state with { Shown = new(e.Question, e.Answer) },
        (not null, EnquiryHidden e) => state with { Shown = null, MayShow = state.MayShow && !e.ByAsker },
        (not null, EnquiryForgotten e) => state with { Status = EnquiryStatus.Forgotten, Shown = null, MayShow = false, TouchedAt = e.At },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.Status.ToString() ?? "nothing"}."),
    };
}
