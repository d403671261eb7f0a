using System.Text.Json.Nodes;

namespace Kim.Market.Web.Features.Notices;

/// <summary>By which ways somebody is told, as they take it along with all else that is known of them.</summary>
public sealed class OwnWays(Subscriptions subscriptions)
{
    public async Task<JsonArray> OfAsync(Guid owner, CancellationToken ct)
    {
        var ways = await subscriptions.OfAsync(owner, ct);
        var mailboxes = await subscriptions.MailboxesAsync([.. ways.Where(way => way.By == Channel.Mail).Select(way => way.Id)], ct);
        return new([.. ways.Select(way => (JsonNode)new JsonObject
        {
            ["lewat"] = way.By == Channel.Mail ? mailboxes[way.Id].FirstOrDefault() : way.Device,
            ["disetujui"] = way.IsConfirmed,
            ["sejak"] = new DateTimeOffset(way.CreatedAt).ToString("O"),
        })]);
    }
}
