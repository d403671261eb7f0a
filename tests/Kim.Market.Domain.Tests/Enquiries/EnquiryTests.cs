using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;

namespace Kim.Market.Domain.Tests.Enquiries;

public class EnquiryTests
{
    private static readonly TimeSpan Wita = TimeSpan.FromHours(8);
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, Wita);
    private static readonly DateTimeOffset Thursday = new(2026, 11, 27, 0, 0, 0, Wita); // its end
    private static readonly WorkingDays Days = new(new HashSet<DateOnly>(), Wita);
    private static readonly Id<Enquiry> Id = Id<Enquiry>.New();
    private static readonly Id<Buyer> By = Id<Buyer>.New();
    private static readonly Id<Group> Kim = Id<Group>.New();
    private static readonly Id<Office> Office = Id<Office>.New();
    private static readonly RegionCode Village = RegionCode.Parse("64.02.01.2005");
    private static readonly Guid Words = Guid.CreateVersion7();

    [Fact]
    public void A_KIM_has_three_working_days()
    {
        var made = Assert.IsType<EnquiryMade>(Assert.Single(Make(Kim)));

        Assert.Equal(Thursday, made.Due);
        Assert.Equal(Words, made.Words);
    }

    [Fact]
    public void Where_no_KIM_works_the_office_has_it_from_the_beginning() =>
        Assert.Collection(Make(null), made => Assert.IsType<EnquiryMade>(made), up => Assert.Equal(Thursday, Assert.IsType<EnquiryEscalated>(up).Due));

    [Theory]
    [InlineData("64")]
    [InlineData("64.02")]
    [InlineData("64.02.01")]
    public void Only_a_village_is_asked(string place) =>
        Enquiry.Make(Id, By, EnquiryKind.Visit, RegionCode.Parse(place), Kim, null, null, Words, false, Days, Monday).ThenRefused(EnquiryRefusals.NotAVillage);

    [Fact]
    public void An_answer_ends_the_clock_and_the_office_has_no_say_before_it_reached_it()
    {
        Waiting.Answer(Words, Office, Monday).ThenRefused(EnquiryRefusals.NotAtOffice);
        var answered = After(Waiting, Waiting.Answer(Words, null, Monday));

        Assert.Equal(EnquiryStatus.Answered, answered.Status);
        answered.PassTime(Days, Thursday).Then();
    }

    [Fact]
    public void What_nobody_answers_in_time_reaches_the_office_once()
    {
        Waiting.PassTime(Days, Thursday.AddTicks(-1)).Then();
        var late = After(Waiting, Waiting.PassTime(Days, Thursday));

        Assert.True(late.IsAtOffice);
        Assert.Equal(Thursday.AddDays(6), late.Due); // Friday the 27th begins it: Monday, Tuesday, Wednesday
        late.PassTime(Days, Thursday.AddDays(40)).Then();
        Assert.Equal(EnquiryStatus.Answered, After(late, late.Answer(Words, Office, Thursday)).Status);
        Assert.Equal(EnquiryStatus.Answered, After(late, late.Answer(Words, null, Thursday)).Status); // the KIM may still
    }

    [Fact]
    public void More_words_move_the_clock_only_after_an_answer()
    {
        var more = After(Waiting, Waiting.FollowUp(Words, Days, Monday.AddDays(1)));
        Assert.Equal(Thursday, more.Due);

        var again = After(more, more.Answer(Words, null, Monday.AddDays(1)));
        again = After(again, again.FollowUp(Words, Days, Monday.AddDays(2)));
        Assert.Equal(EnquiryStatus.Waiting, again.Status);
        Assert.Equal(Thursday.AddDays(4), again.Due); // Wednesday begins it: Thursday, Friday, Monday
    }

    [Fact]
    public void The_village_government_has_longer_and_then_the_office_sees_it()
    {
        var passed = After(Waiting, Waiting.PassToVillage(Days, Monday));

        Assert.True(passed.IsAtVillage);
        Assert.Equal(Days.After(Monday, Enquiry.VillageDays), passed.Due);
        passed.PassToVillage(Days, Monday).Then();
        Assert.True(After(passed, passed.PassTime(Days, passed.Due)).IsAtOffice);
    }

    [Fact]
    public void What_is_at_the_office_is_not_passed_on_again()
    {
        var passed = After(Waiting, Waiting.PassToOffice(Days, Monday));

        passed.PassToOffice(Days, Monday).Then();
        passed.PassToVillage(Days, Monday).ThenRefused(EnquiryRefusals.PassedAlready);
        passed.SetAside(SetAsideReason.Abuse, null, Monday).ThenRefused(EnquiryRefusals.PassedAlready);
    }

    [Fact]
    public void Whoever_was_set_aside_is_heard_by_the_office()
    {
        Waiting.SetAside(SetAsideReason.Advertising, Office, Monday).ThenRefused(EnquiryRefusals.NotAtOffice);
        var aside = After(Waiting, Waiting.SetAside(SetAsideReason.Advertising, null, Monday));
        aside.SetAside(SetAsideReason.Abuse, null, Monday).Then();
        aside.Answer(Words, null, Monday).ThenRefused(EnquiryRefusals.Over);

        var heard = After(aside, aside.FollowUp(Words, Days, Monday));
        Assert.Equal((EnquiryStatus.Waiting, true), (heard.Status, heard.IsAtOffice));
        Assert.Equal(EnquiryStatus.SetAside, After(heard, heard.SetAside(SetAsideReason.Advertising, Office, Monday)).Status);
    }

    [Fact]
    public void An_answered_one_is_over_after_two_silent_weeks_and_then_takes_no_words()
    {
        var answered = After(Waiting, Waiting.Answer(Words, null, Monday));
        answered.PassTime(Days, (Monday + Enquiry.Silence).AddTicks(-1)).Then();
        var over = After(answered, answered.PassTime(Days, Monday + Enquiry.Silence));

        Assert.Equal(EnquiryStatus.Closed, over.Status);
        over.FollowUp(Words, Days, Monday).ThenRefused(EnquiryRefusals.Over);
        over.Answer(Words, null, Monday).ThenRefused(EnquiryRefusals.Over);
        over.Close(Monday).Then();
    }

    [Fact]
    public void A_conversation_has_an_end()
    {
        var full = Waiting;
        for (var said = 1; said < Limits.EnquiryWords; said++)
        {
            full = After(full, full.FollowUp(Words, Days, Monday));
        }

        full.FollowUp(Words, Days, Monday).ThenRefused(EnquiryRefusals.TooManyWords);
        full.Answer(Words, null, Monday).ThenRefused(EnquiryRefusals.TooManyWords);
    }

    [Fact]
    public void Only_with_consent_and_after_an_answer_is_anything_shown()
    {
        Waiting.Show("Tanya", "Jawab", Monday).ThenRefused(EnquiryRefusals.NotAnswered);
        var silent = After(Silent, Silent.Answer(Words, null, Monday));
        silent.Show("Tanya", "Jawab", Monday).ThenRefused(EnquiryRefusals.MayNotShow);

        var answered = After(Waiting, Waiting.Answer(Words, null, Monday));
        answered.Show(" ", "Jawab", Monday).ThenRefused(EnquiryRefusals.ShownLength);
        answered.Show("Tanya", new string('a', Limits.EnquiryShown + 1), Monday).ThenRefused(EnquiryRefusals.ShownLength);
        answered.Show("Tanya", "Hubungi 0812-3456-7890", Monday).ThenRefused(EnquiryRefusals.ShownHoldsNumber);
        var shown = After(answered, answered.Show(" Tanya ", "Jawab", Monday));
        Assert.Equal(new ShownAnswer("Tanya", "Jawab"), shown.Shown);
        shown.Show("Tanya", "Jawab", Monday).Then();
    }

    [Fact]
    public void Consent_that_is_taken_back_does_not_come_again()
    {
        var answered = After(Waiting, Waiting.Answer(Words, null, Monday));
        var shown = After(answered, answered.Show("Tanya", "Jawab", Monday));
        var byKim = After(shown, shown.Hide(byAsker: false, Monday));
        Assert.NotNull(After(byKim, byKim.Show("Tanya", "Jawab", Monday)).Shown);
        byKim.Hide(byAsker: false, Monday).Then();

        var byAsker = After(byKim, byKim.Hide(byAsker: true, Monday));
        byAsker.Show("Tanya", "Jawab", Monday).ThenRefused(EnquiryRefusals.MayNotShow);
        byAsker.Hide(byAsker: true, Monday).Then();
    }

    [Fact]
    public void Who_is_forgotten_is_shown_nowhere()
    {
        var answered = After(Waiting, Waiting.Answer(Words, null, Monday));
        var forgotten = After(answered, answered.Show("Tanya", "Jawab", Monday));
        forgotten = After(forgotten, forgotten.Forget(Monday));

        Assert.Equal((EnquiryStatus.Forgotten, false), (forgotten.Status, forgotten.MayShow));
        Assert.Null(forgotten.Shown);
        forgotten.Forget(Monday).Then();
        forgotten.FollowUp(Words, Days, Monday).ThenRefused(EnquiryRefusals.Over);
    }

    private static Enquiry Waiting => Begun(Make(Kim));

    private static Enquiry Silent => Begun(Enquiry.Make(Id, By, EnquiryKind.Visit, Village, Kim, null, null, Words, false, Days, Monday));

    private static Decision<EnquiryEvent> Make(Id<Group>? group) =>
        Enquiry.Make(Id, By, EnquiryKind.Investment, Village, group, null, null, Words, true, Days, Monday);

    private static Enquiry Begun(Decision<EnquiryEvent> made) => made.Aggregate((Enquiry?)null, Enquiry.Evolve)!;

    private static Enquiry After(Enquiry state, Decision<EnquiryEvent> decided)
    {
        Assert.Null(decided.Refusal);
        Assert.NotEmpty(decided);
        return decided.Aggregate(state, Enquiry.Evolve);
    }
}
