using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>Whoever asked, and asked to be told, hears that there is an answer.</summary>
public static class EnquiryNews
{
    /// <summary>Every browser and mailbox of those whose enquiries were answered among these.</summary>
    /// <param name="taken">The table of what was taken from the outbox.</param>
    public static SqlPart Waiting(SqlPart taken) => SqlPart.Of(
        $"""
        select s.id, s.channel, t.kind, t.stream, t.at, coalesce(v.title, p.name, r.name), e.village, t.stream, coalesce(g.name, r.name), ''
        from ({taken}) t
        join enquiries e on e.enquiry_id = t.stream
        join app.regions r on r.code = e.village
        left join groups g on g.group_id = e.group_id
        left join potentials v on v.potential_id = e.potential_id
        left join products p on p.product_id = e.product_id
        join app.subscriptions s on s.owner_id = e.buyer_id and s.confirmed_at is not null
        where t.kind = {(short)NoticeKind.EnquiryAnswered}
        """);
}
