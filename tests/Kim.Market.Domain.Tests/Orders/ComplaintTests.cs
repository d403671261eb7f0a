using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Orders;

public class ComplaintTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Rupiah Total = new(62_000);
    private static readonly ComplaintPhoto[] Photos = [new(Guid.NewGuid(), "f")];
    private static readonly ComplaintMade Made = new(Guid.NewGuid(), ComplaintKind.Damaged, Photos, false, Noon.AddHours(48), Noon);
    private static readonly ComplaintAnswered Answered = new(Guid.NewGuid(), ComplaintRemedy.Replace, [], Noon.AddDays(7), Noon);
    private static readonly ComplaintEscalated Escalated = new(true, Noon.AddHours(48), Noon.AddDays(30), Noon);
    private static readonly ComplaintProposed Proposed = new(Guid.NewGuid(), ComplaintRemedy.Refund, Noon);
    private static readonly OrderShipped Sent = new("", null, Noon.AddDays(7), Noon);
    private static readonly OrderCompleted Completed = new(Total, Noon);

    [Fact]
    public void What_came_damaged_is_in_dispute_and_not_complete()
    {
        Away().Complain(Made.Complaint, ComplaintKind.Damaged, Photos, Noon).Then(Made);
        Away(Made).Complain(Made.Complaint, ComplaintKind.Damaged, Photos, Noon).Then();
        Away(Made).Complain(Guid.NewGuid(), ComplaintKind.Wrong, [], Noon).ThenRefused(OrderRefusals.ComplainedAlready);
        Assert.Equal(OrderStatus.Disputed, Away(Made).Status);
        Assert.True(Away(Made).IsOpen);
        Away(Made).Arrive(ArrivalWord.Buyer, Noon).ThenRefused(OrderRefusals.InDispute);
        Away(Made).HandOver(Noon).ThenRefused(OrderRefusals.InDispute);
        Away().Complain(Guid.NewGuid(), ComplaintKind.Other, [.. Enumerable.Repeat(Photos[0], Limits.ComplaintPhotos + 1)], Noon).ThenRefused(OrderRefusals.TooManyPhotos);
    }

    [Fact]
    public void A_late_complaint_stands_beside_an_order_that_stays_completed()
    {
        var late = Noon.AddDays(14);
        Away(Completed).Complain(Made.Complaint, ComplaintKind.Damaged, Photos, late).Then(Made with { IsLate = true, AnswerBy = late.AddHours(48), At = late });
        Away(Completed).Complain(Made.Complaint, ComplaintKind.Damaged, Photos, late.AddSeconds(1)).ThenRefused(OrderRefusals.ComplaintTooLate);

        var heard = Away(Completed, Made with { IsLate = true }, Answered with { Offer = ComplaintRemedy.Refund });
        Assert.Equal(OrderStatus.Completed, heard.Status);
        heard.SettleComplaint(Noon).Then(new ComplaintSettled(true, ComplaintRemedy.Refund, Noon));
    }

    [Fact]
    public void Before_anything_was_sent_there_is_nothing_to_complain_of_until_a_week_is_over()
    {
        var ready = Given.History<Order, OrderEvent>(Placed(), new OrderAccepted(Noon), new OrderReadied(Noon));
        ready.Complain(Made.Complaint, ComplaintKind.NotArrived, [], Noon.AddDays(7).AddSeconds(-1)).ThenRefused(OrderRefusals.ComplaintTooEarly);
        Assert.Single(ready.Complain(Made.Complaint, ComplaintKind.NotArrived, [], Noon.AddDays(7)));
        Given.History<Order, OrderEvent>(Placed()).Complain(Made.Complaint, ComplaintKind.NotArrived, [], Noon.AddDays(70)).ThenRefused(OrderRefusals.ComplaintTooEarly);
        Given.History<Order, OrderEvent>(Placed(), new OrderExpired(Noon)).Complain(Made.Complaint, ComplaintKind.Other, [], Noon).ThenRefused(OrderRefusals.OverExpired);
    }

    [Fact]
    public void The_seller_answers_and_the_buyer_is_content_with_the_offer()
    {
        Away(Made).AnswerComplaint(Answered.Answer, ComplaintRemedy.Replace, Answered.Photos, Noon).Then(Answered);
        Away(Made, Answered).AnswerComplaint(Answered.Answer, ComplaintRemedy.Replace, [], Noon).Then();
        Away(Made, Answered).SettleComplaint(Noon).Then(new ComplaintSettled(true, ComplaintRemedy.Replace, Noon), Completed);
        Away(Made, Answered with { Offer = ComplaintRemedy.Refund }).SettleComplaint(Noon).Then(new ComplaintSettled(true, ComplaintRemedy.Refund, Noon), new OrderReturned(Noon));
        Away(Made).SettleComplaint(Noon).Then(new ComplaintSettled(true, ComplaintRemedy.Nothing, Noon), Completed);
        Away().AnswerComplaint(Guid.NewGuid(), ComplaintRemedy.Nothing, [], Noon).ThenRefused(OrderRefusals.NoComplaint);
    }

    [Fact]
    public void The_buyer_asks_the_KIM_once_the_seller_had_their_word_or_their_time()
    {
        Away(Made).EscalateComplaint(Noon).ThenRefused(OrderRefusals.SellerFirst);
        Away(Made).EscalateComplaint(Noon.AddHours(48)).Then(Escalated with { At = Noon.AddHours(48), ProposeBy = Noon.AddHours(96), EndBy = Noon.AddHours(48).AddDays(30) });
        Away(Made, Answered).EscalateComplaint(Noon).Then(Escalated);
        Away(Made, Answered, Escalated).EscalateComplaint(Noon).Then();
    }

    [Fact]
    public void The_KIM_proposes_and_the_office_ends_it()
    {
        var passedOn = Away(Made, Answered, Escalated);
        passedOn.DecideComplaint(Guid.NewGuid(), ComplaintRemedy.Nothing, Noon).ThenRefused(OrderRefusals.KimFirst);
        passedOn.ProposeRemedy(Proposed.Proposal, ComplaintRemedy.Refund, Noon).Then(Proposed);
        Away(Made, Answered).ProposeRemedy(Proposed.Proposal, ComplaintRemedy.Refund, Noon).ThenRefused(OrderRefusals.NotEscalated);

        var ruling = Guid.NewGuid();
        var decided = new ComplaintDecided(ruling, ComplaintRemedy.Refund, Noon);
        Away(Made, Answered, Escalated, Proposed).DecideComplaint(ruling, ComplaintRemedy.Refund, Noon).Then(decided, new OrderReturned(Noon));
        Away(Made, Answered, Escalated, Proposed).DecideComplaint(ruling, ComplaintRemedy.Nothing, Noon).Then(decided with { Remedy = ComplaintRemedy.Nothing }, Completed);
        Assert.Single(Away(Made, Answered, Escalated).DecideComplaint(ruling, ComplaintRemedy.Replace, Noon.AddHours(48)), happened => happened is ComplaintDecided);

        var over = Away(Made, Answered, Escalated, Proposed, decided, new OrderReturned(Noon));
        Assert.Equal(OrderStatus.Returned, over.Status);
        over.DecideComplaint(ruling, ComplaintRemedy.Refund, Noon).Then();
        over.AnswerComplaint(Guid.NewGuid(), ComplaintRemedy.Nothing, [], Noon).ThenRefused(OrderRefusals.ComplaintOver);
        over.EscalateComplaint(Noon).ThenRefused(OrderRefusals.ComplaintOver);
        over.HandOver(Noon).ThenRefused(OrderRefusals.OverReturned);
    }

    [Fact]
    public void Silence_of_anybody_ends_it_at_last_and_never_in_favour_of_a_silent_seller()
    {
        var due = Noon.AddHours(48);
        Away(Made).PassTime(due.AddSeconds(-1)).ThenRefused(OrderRefusals.NotDue);
        Away(Made).PassTime(due).Then(new ComplaintEscalated(false, due.AddHours(48), due.AddDays(30), due));

        var week = Noon.AddDays(7);
        Away(Made, Answered).PassTime(week).Then(new ComplaintSettled(false, ComplaintRemedy.Replace, week), new OrderCompleted(Total, week));

        var month = Noon.AddDays(30);
        Away(Made, Escalated).PassTime(month).Then(new ComplaintDecided(null, ComplaintRemedy.Refund, month), new OrderReturned(month));
        Away(Made, Answered, Escalated).PassTime(month).Then(new ComplaintDecided(null, ComplaintRemedy.Replace, month), new OrderCompleted(Total, month));
        Away(Made, Answered, Escalated, Proposed).PassTime(month).Then(new ComplaintDecided(null, ComplaintRemedy.Refund, month), new OrderReturned(month));
        Away(Completed, Made with { IsLate = true }, Escalated).PassTime(month).Then(new ComplaintDecided(null, ComplaintRemedy.Refund, month));
    }

    [Fact]
    public void What_nobody_fetched_goes_back_on_the_shelf_after_three_days()
    {
        var ready = Given.History<Order, OrderEvent>(Placed(), new OrderAccepted(Noon), new OrderReadied(Noon));
        ready.Reject(RejectionReason.NotFetched, Noon.AddDays(3).AddSeconds(-1)).ThenRefused(OrderRefusals.NotFetchedYet);
        ready.Reject(RejectionReason.NotFetched, Noon.AddDays(3)).Then(new OrderRejected(RejectionReason.NotFetched, Noon.AddDays(3)));
        ready.Reject(RejectionReason.Closed, Noon.AddDays(3)).ThenRefused(OrderRefusals.AlreadyReady);
    }

    private static Order Away(params OrderEvent[] history) =>
        Given.History<Order, OrderEvent>([Placed(), new OrderAccepted(Noon), new OrderReadied(Noon), Sent, .. history]);

    private static OrderPlaced Placed() => (OrderPlaced)Order.Place(
        Id<Order>.New(), "PK-2603-000001", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Id<Group>.New(),
        RegionCode.Parse("64.02.15.1004"), [new(Id<Product>.New(), "Amplang", "bungkus", 2, new(25_000))], Handover.Delivery, new(12_000), Noon)[0];
}
