using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Tests.Businesses;

public class SuspensionTests
{
    private const string Why = "Tiga pembeli tidak menerima pesanannya.";
    private const string Because = "Pesanan tertahan banjir, semuanya sudah dikirim.";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly BusinessSuspended ByKim = new(StallSuspensionReason.OrdersNotKept, Why, Suspender.Group, Now);
    private static readonly BusinessSuspended ByOffice = ByKim with { By = Suspender.Office };

    [Fact]
    public void A_stall_goes_out_of_sight_with_a_reason() =>
        Open().Suspend(StallSuspensionReason.OrdersNotKept, $" {Why} ", Suspender.Group, Now).Then(ByKim);

    [Fact]
    public void A_stall_that_is_out_of_sight_does_not_go_there_again() =>
        Open(ByKim).Suspend(StallSuspensionReason.Other, Why, Suspender.Office, Now).Then();

    [Fact]
    public void What_nobody_sees_yet_is_not_suspended_but_returned() =>
        Registered().Suspend(StallSuspensionReason.Other, Why, Suspender.Group, Now).ThenRefused(BusinessRefusals.NotApprovedYet);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Nobody_suspends_without_saying_why(string note) =>
        Open().Suspend(StallSuspensionReason.Other, note, Suspender.Group, Now).ThenRefused(BusinessRefusals.NoteLength);

    [Fact]
    public void What_is_said_holds_no_numbers_of_people()
    {
        Open().Suspend(StallSuspensionReason.Other, "Hubungi 0812 3456 7890", Suspender.Group, Now).ThenRefused(BusinessRefusals.NoteHoldsNumber);
        Open(ByKim).Appeal("Hubungi 0812 3456 7890", Now).ThenRefused(BusinessRefusals.NoteHoldsNumber);
        Open(ByKim).LiftSuspension(new string('x', Limits.Note + 1), Suspender.Group, Now).ThenRefused(BusinessRefusals.NoteLength);
    }

    [Fact]
    public void Out_of_sight_it_neither_opens_nor_closes()
    {
        Open(ByKim).Reopen(Now).ThenRefused(BusinessRefusals.IsSuspended);
        Open(ByKim).Close(null, Now).ThenRefused(BusinessRefusals.IsSuspended);
        Open(ByKim).Approve(Now).Then();
    }

    [Fact]
    public void Its_owner_objects_once_at_a_time_and_the_office_answers()
    {
        Open(ByKim).Appeal(Because, Now).Then(new BusinessAppealed(Because, Now));
        Open(ByKim, new BusinessAppealed(Because, Now)).Appeal("Sekali lagi.", Now).ThenRefused(BusinessRefusals.AppealWaits);
        Open(ByKim, new BusinessAppealed(Because, Now)).RejectAppeal("Belum semua dikirim.", Now).Then(new BusinessAppealRejected("Belum semua dikirim.", Now));
        Open(ByKim).RejectAppeal("Tetap.", Now).ThenRefused(BusinessRefusals.NoAppeal);
        Open(ByKim, new BusinessAppealed(Because, Now)).Appeal(Because, Now).Then(); // sent twice
        Open(ByKim, new BusinessAppealed(Because, Now), new BusinessAppealRejected("Belum.", Now)).RejectAppeal("Belum.", Now).Then();
        Open().Appeal(Because, Now).ThenRefused(BusinessRefusals.NotSuspended);
        Open().RejectAppeal("Tetap.", Now).ThenRefused(BusinessRefusals.NotSuspended);
    }

    [Fact]
    public void After_three_answers_it_is_enough_until_it_happens_again()
    {
        BusinessEvent[] thrice = [.. Enumerable.Range(0, 3).SelectMany(_ => new BusinessEvent[] { new BusinessAppealed(Because, Now), new BusinessAppealRejected("Belum.", Now) })];
        Open([ByKim, .. thrice]).Appeal(Because, Now).ThenRefused(BusinessRefusals.TooManyAppeals);
        Open([ByKim, .. thrice, new BusinessSuspensionLifted("Selesai.", Suspender.Group, true, Now), ByOffice]).Appeal(Because, Now).Then(new BusinessAppealed(Because, Now));
    }

    [Fact]
    public void A_KIM_lifts_what_it_did_and_the_office_any()
    {
        Open(ByKim).LiftSuspension("Semua diterima.", Suspender.Group, Now).Then(new BusinessSuspensionLifted("Semua diterima.", Suspender.Group, true, Now));
        Open(ByKim).LiftSuspension("Semua diterima.", Suspender.Office, Now).Then(new BusinessSuspensionLifted("Semua diterima.", Suspender.Office, true, Now));
        Open(ByOffice).LiftSuspension("Semua diterima.", Suspender.Group, Now).ThenRefused(BusinessRefusals.OfficeSuspended);
        Open(ByOffice).LiftSuspension("", Suspender.Office, Now).ThenRefused(BusinessRefusals.NoteLength);
        Open().LiftSuspension("Semua diterima.", Suspender.Group, Now).Then();
    }

    [Fact]
    public void Afterwards_it_is_as_it_was_before()
    {
        var lifted = new BusinessSuspensionLifted("Selesai.", Suspender.Group, true, Now);
        Assert.Equal(BusinessStatus.Open, Open(ByKim, lifted).Status);
        var closed = Open(new BusinessClosed(Now), ByKim);
        closed.LiftSuspension("Selesai.", Suspender.Group, Now).Then(lifted with { Opens = false });
        Assert.Equal(BusinessStatus.Closed, Open(new BusinessClosed(Now), ByKim, lifted with { Opens = false }).Status);
        Assert.Null(Open(ByKim, lifted).Suspended);
    }

    private static Business Registered() => Business.Evolve(null, new BusinessRegistered(
        Id<Business>.New(), Id<Group>.New(), "Dapur Contoh", "dapur-contoh", BusinessKind.Individual, RegionCode.Parse("64.02.15.1004"), "", Now));

    private static Business Open(params BusinessEvent[] happened) =>
        happened.Prepend(new BusinessApproved(Now)).Aggregate(Registered(), Business.Evolve);
}
