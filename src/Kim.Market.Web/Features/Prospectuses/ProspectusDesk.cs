using Kim.Market.Domain;
using Kim.Market.Domain.Prospectuses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Regions;

namespace Kim.Market.Web.Features.Prospectuses;

/// <summary>Issues prospectuses. What is said now bears one name: whoever asks second, or at the same moment, gets the paper of the first.</summary>
public sealed class ProspectusDesk(Marketplace marketplace, VillageFacts facts, TimeProvider clock)
{
    public async Task<(PaperCode Code, Refusal? Refusal)> IssueAsync(Region village, Asker asker, CancellationToken ct)
    {
        var claims = await facts.OfAsync(village, ct);
        var (id, code, _) = Prospectus.Named(village.Code, claims);
        var known = (await marketplace.LoadAsync<Prospectus, ProspectusEvent>(id, ct)).State;
        try
        {
            return (code, await marketplace.BeginAsync(id, Prospectus.Issue(known, village.Code, claims, clock.GetUtcNow()), asker.By(id.Value), ct));
        }
        catch (StreamMovedException)
        {
            return (code, null); // somebody asked in the same moment: theirs says the same
        }
    }
}
