using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Tests.Groups;

public class LifeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly GroupProfile Profile = new([], new(2020, 5, 1), new(2024, 1, 1), new(2027, 12, 31), 7, 5, [GroupSection.Business], true);

    [Fact]
    public void An_application_is_turned_down_with_a_reason_and_may_still_be_taken_up()
    {
        Kim().Reject(RejectionCause.Incomplete, " SK belum ada. ", Now).Then(new GroupRejected(RejectionCause.Incomplete, "SK belum ada.", Now));

        var rejected = Kim(new GroupRejected(RejectionCause.Incomplete, "SK belum ada.", Now));
        rejected.Reject(RejectionCause.Other, "lagi", Now).Then();
        rejected.Activate(Now).ThenRefused(GroupRefusals.NotVerified);
        rejected.Verify(Now).Then(new GroupVerified(Now));
    }

    [Fact]
    public void What_is_in_the_register_cannot_be_turned_down_any_more() =>
        Kim(new GroupVerified(Now)).Reject(RejectionCause.Duplicate, "ganda", Now).ThenRefused(GroupRefusals.VerifiedAlready);

    [Fact]
    public void A_reason_is_written_and_holds_nobody_s_number()
    {
        Kim().Reject(RejectionCause.Other, " ", Now).ThenRefused(GroupRefusals.NoteLength);
        Kim().Reject(RejectionCause.Other, "Telepon 0812 3456 7890", Now).ThenRefused(GroupRefusals.NoteHoldsNumber);
        Active().Suspend(SuspensionReason.Other, new string('a', Limits.Note + 1), null, Now).ThenRefused(GroupRefusals.NoteLength);
    }

    [Fact]
    public void A_suspension_ends_where_it_began()
    {
        var suspended = new GroupSuspended(SuspensionReason.BoardDispute, "Dua ketua.", null, Now);
        Active().Suspend(SuspensionReason.BoardDispute, "Dua ketua.", null, Now).Then(suspended);

        Assert.Equal(GroupStatus.Active, Active(suspended, new GroupSuspensionLifted("Rukun.", Now)).Status);
        Assert.Equal(GroupStatus.Dormant, Active(new GroupDeclaredDormant(DormancyReason.Other, Now), suspended, new GroupSuspensionLifted("Rukun.", Now)).Status);
        Active(suspended).Suspend(SuspensionReason.Other, "lagi", null, Now).Then();
        Active(suspended).Activate(Now).ThenRefused(GroupRefusals.NotActive);
        Active().LiftSuspension("tidak perlu", Now).Then();
    }

    [Fact]
    public void The_first_business_it_approves_opens_a_KIM_that_was_looked_at()
    {
        Kim(new GroupVerified(Now)).Open(Now).Then(new GroupActivated(Now));
        Kim().Open(Now).ThenRefused(GroupRefusals.NotVerified);
        Active().Open(Now).Then();
        Active(new GroupDeclaredDormant(DormancyReason.Other, Now)).Open(Now).Then();
    }

    [Fact]
    public void A_KIM_rests_for_a_reason_and_wakes()
    {
        var rest = new GroupDeclaredDormant(DormancyReason.BoardLeft, Now);
        Active().DeclareDormant(DormancyReason.BoardLeft, Now).Then(rest);
        Active().DeclareDormant(DormancyReason.BoardLeft, Now, " Tinggal dua orang. ", "berkas").Then(rest, new GroupStateExplained("Tinggal dua orang.", "berkas", Now));
        Active().DeclareDormant(DormancyReason.BoardLeft, Now, "", "berkas").Then(rest, new GroupStateExplained("", "berkas", Now));
        Active().DeclareDormant(DormancyReason.Other, Now, "Telepon 0812 3456 7890").ThenRefused(GroupRefusals.NoteHoldsNumber);
        Active(rest).DeclareDormant(DormancyReason.Other, Now, "lagi").Then();
        Kim(new GroupVerified(Now)).DeclareDormant(DormancyReason.Other, Now).ThenRefused(GroupRefusals.NotActive);

        Active(rest).Wake("", Now).Then(new GroupReactivated(Now));
        Active(rest).Wake("Pengurus baru.", Now).Then(new GroupReactivated(Now), new GroupStateExplained("Pengurus baru.", null, Now));
        Active(rest).Wake(new string('a', Limits.Note + 1), Now).ThenRefused(GroupRefusals.NoteLength);
        Active().Wake("", Now).Then();
        Kim().Wake("", Now).ThenRefused(GroupRefusals.NotActive);
    }

    [Fact]
    public void Nothing_begins_again_after_the_end()
    {
        var over = Active(new GroupDissolved("Musyawarah desa.", null, Now));

        over.Dissolve("lagi", null, Now).Then();
        over.Activate(Now).ThenRefused(GroupRefusals.NotActive);
        over.Suspend(SuspensionReason.Other, "x", null, Now).ThenRefused(GroupRefusals.NotInRegister);
        over.Describe(Profile, Now).ThenRefused(GroupRefusals.IsDissolved);
        Kim().Dissolve("belum ada", null, Now).ThenRefused(GroupRefusals.NotInRegister);
    }

    [Theory]
    [InlineData(2, 0, true)]
    [InlineData(2, 1, false)]
    [InlineData(0, 0, false)]
    public void Fewer_than_its_office_asks_for_are_not_taken_into_the_register(int women, int men, bool isRefused)
    {
        var decision = Kim(new GroupDescribed(Profile with { Women = women, Men = men }, Now)).Verify(Now, GroupRules.Usual);
        Assert.Equal(isRefused ? GroupRefusals.TooFewMembers(3) : null, decision.Refusal);
        Kim().Verify(Now, GroupRules.Usual).Then(new GroupVerified(Now));
    }

    [Fact]
    public void A_seat_on_the_board_is_taken_once_and_left_once()
    {
        var seat = Guid.NewGuid();
        var taken = new GroupSeatTaken(seat, BoardPost.Secretary, new(2024, 1, 1), new(2027, 12, 31), Now);
        Kim().Seat(seat, BoardPost.Secretary, new(2024, 1, 1), new(2027, 12, 31), Now).Then(taken);
        Kim(taken).Seat(seat, BoardPost.Chair, null, null, Now).Then();
        Kim(taken).Leave(seat, Now).Then(new GroupSeatLeft(seat, Now));
        Kim(taken, new GroupSeatLeft(seat, Now)).Leave(seat, Now).Then();
        Kim(taken, new GroupSeatLeft(seat, Now)).Seat(seat, BoardPost.Secretary, null, null, Now).Then();
        Kim().Leave(seat, Now).Then();
        Kim().Seat(seat, BoardPost.Chair, new(2024, 1, 1), new(2023, 1, 1), Now).ThenRefused(GroupRefusals.TermTurned);
        Kim([.. Enumerable.Range(0, Limits.BoardSeats).Select(_ => new GroupSeatTaken(Guid.NewGuid(), BoardPost.Member, null, null, Now))])
            .Seat(seat, BoardPost.Member, null, null, Now).ThenRefused(GroupRefusals.TooManySeats);
    }

    [Fact]
    public void Of_an_old_KIM_the_year_is_enough()
    {
        Kim().RecordFoundingYear(2015, Now).Then(new GroupFoundingYearRecorded(2015, Now));
        Kim(new GroupFoundingYearRecorded(2015, Now)).RecordFoundingYear(2015, Now).Then();
        Kim(new GroupFoundingYearRecorded(2015, Now)).RecordFoundingYear(null, Now).Then(new GroupFoundingYearRecorded(null, Now));
        Kim().RecordFoundingYear(2027, Now).ThenRefused(GroupRefusals.FoundedLater);
        Kim().RecordFoundingYear(12, Now).ThenRefused(GroupRefusals.FoundedEarlier);
    }

    [Fact]
    public void The_register_takes_what_can_be_true()
    {
        Kim().Describe(Profile, Now).Then(new GroupDescribed(Profile, Now));
        Kim(new GroupDescribed(Profile, Now)).Describe(Profile with { Area = [] }, Now).Then();
        Kim().Describe(Profile with { TermUntil = new(2023, 1, 1) }, Now).ThenRefused(GroupRefusals.TermTurned);
        Kim().Describe(Profile with { Women = -1 }, Now).ThenRefused(GroupRefusals.MemberCount);
        Kim().Describe(Profile with { FoundedOn = new(2026, 4, 1) }, Now).ThenRefused(GroupRefusals.FoundedLater);
        Kim().Describe(Profile with { Area = [RegionCode.Parse("64.02")] }, Now).ThenRefused(GroupRefusals.AreaOutside);
        Kim().RecordNationalId(" 64020012 ", Now).Then(new GroupNationalIdRecorded("64020012", Now));
        Kim(new GroupNationalIdRecorded("64020012", Now)).RecordNationalId("64020012", Now).Then();
    }

    private static Group Active(params GroupEvent[] then) => Kim([new GroupVerified(Now), new GroupActivated(Now), .. then]);

    private static Group Kim(params GroupEvent[] then) => Given.History<Group, GroupEvent>(
    [
        new GroupProposed(Id<Group>.New(), "KIM Contoh", "kim-contoh", RegionCode.Parse("64.02.15.1004"), GroupBasis.Territorial, [], "", Now),
        .. then,
    ]);
}
