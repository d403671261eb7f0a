using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Complaints;

/// <summary>Something that was said about an order: by whom, what, with which pictures, and what it would set right.</summary>
/// <param name="Text">Null once the buyer was forgotten.</param>
public sealed record Statement(string By, DateTimeOffset At, string? Text, IReadOnlyList<Guid> Photos, string? Remedy);

/// <summary>A complaint as those see it whom it concerns: everybody the same.</summary>
/// <param name="PhotoPath">Where its pictures are opened, up to the id.</param>
public sealed record ComplaintCase(ComplaintRow Row, IReadOnlyList<Statement> Said, IReadOnlyList<TimelineItem> Timeline, string PhotoPath)
{
    public static IReadOnlyList<Statement> Tell(IEnumerable<Recorded> history, IReadOnlyDictionary<Guid, string> texts, Words words)
    {
        return [.. history.Select(recorded => recorded.Data).Select(happened => happened switch
        {
            ComplaintMade e => new Statement($"{words["Pembeli"]}: {words.Of(e.Kind)}", e.At, Text(e.Complaint), Ids(e.Photos), null),
            ComplaintAnswered e => new(words["Penjual"], e.At, Text(e.Answer), Ids(e.Photos), words["Menawarkan: {0}", words.Of(e.Offer)]),
            ComplaintProposed e => new("KIM", e.At, Text(e.Proposal), [], words["Mengusulkan: {0}", words.Of(e.Remedy)]),
            ComplaintDecided { Ruling: { } ruling } e => new(words["Dinas"], e.At, Text(ruling), [], words["Menyarankan: {0}", words.Of(e.Remedy)]),
            _ => null,
        }).OfType<Statement>()];

        string? Text(Guid id) => texts.GetValueOrDefault(id);

        static IReadOnlyList<Guid> Ids(ComplaintPhoto[] photos) => [.. photos.Select(photo => photo.Id)];
    }
}
