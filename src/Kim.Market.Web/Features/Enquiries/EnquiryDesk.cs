using Kim.Market.Domain;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Erasures;
using Kim.Market.Web.Features.Holidays;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>What somebody asks of a village.</summary>
/// <param name="From">A company or a place, as far as they say.</param>
public sealed record Asking(
    Guid Command, EnquiryKind Kind, RegionCode Village, Id<Group>? Group, Id<Potential>? Potential, Id<Product>? Product,
    string Name, WorldNumber WhatsApp, string? From, string Words, bool MayShow);

/// <summary>Takes down what is asked and answered. Whose enquiry it is, the caller has checked.</summary>
public sealed class EnquiryDesk(
    NpgsqlDataSource db, EventStore store, Marketplace marketplace, Commands commands, OrderTokens tokens, BuyerMarks marks, EnquiryWords words,
    WorkCalendar calendar, BuyerErasures erasures, TimeProvider clock)
{
    private const int Attempts = 6;

    /// <summary>The key to an enquiry.</summary>
    public ValueTask<string> KeyAsync(Id<Enquiry> enquiry, CancellationToken ct) => tokens.ForAsync(new Id<Checkout>(enquiry.Value), ct);

    /// <summary>The same form sent twice is one enquiry.</summary>
    /// <param name="at">When it happened, when that is not now: a seed's simulated clock.</param>
    public async Task<(string? Key, Refusal? Refusal)> MakeAsync(Asking asking, Metadata by, CancellationToken ct, DateTimeOffset? at = null)
    {
        if (await KnownAsync(asking.Command, ct) is { } known)
        {
            return (known, null);
        }

        var now = at ?? clock.GetUtcNow();
        var (id, who, said) = (Id<Enquiry>.New(), Id<Buyer>.New(), Guid.CreateVersion7());
        var made = Enquiry.Make(
            id, who, asking.Kind, asking.Village, asking.Group, asking.Potential, asking.Product, said, asking.MayShow,
            await calendar.OfAsync(asking.Village, ct), now);
        if (made.Refusal is { } refusal)
        {
            return (null, refusal);
        }

        var (token, key) = (await KeyAsync(id, ct), Vault.NewKey());
        var commit = new Commit(by with { At = at }).First(Commands.Once(asking.Command, id.ToString()));
        foreach (var statement in FewToday(await marks.OfAsync(asking.WhatsApp, ct), now))
        {
            commit.First(statement);
        }

        commit
            .Append(id.Value, StreamKind<Enquiry>.Name, Expected.New, made, []);
        commit.Also($"insert into app.enquiry_keys (enquiry_id, buyer_id, hash) values ({id.Value}, {who.Value}, {OrderTokens.HashOf(token)!})");
        foreach (var statement in Vault.Keep(who.Value, key, [("name", asking.Name), ("whatsapp", asking.WhatsApp.International), .. From(asking)]))
        {
            commit.Also(statement);
        }

        commit.Also(EnquiryWords.Keep(key, said, id.Value, who.Value, asking.Words));
        commit.Also(await marks.KeepAsync(who, asking.WhatsApp, ct));
        try
        {
            await store.CommitAsync(commit, ct);
            return (token, null);
        }
        catch (ConstraintRefusedException refused) when (refused.Constraint == Constraints.CommandOnce)
        {
            return (await KnownAsync(asking.Command, ct), null); // its twin was faster
        }
        catch (ConstraintRefusedException refused) when (refused.Constraint == Constraints.EnquiriesADay)
        {
            return (null, EnquiryRefusals.TooMany);
        }
    }

    /// <summary>Says something in an enquiry: the words into the vault and that they were said into the stream, both or neither.</summary>
    /// <param name="said">The form's own id: sent twice, it is said once.</param>
    public async Task<Refusal?> SayAsync(
        Guid enquiry, Guid buyer, Guid said, string? text, Func<Enquiry, WorkingDays, DateTimeOffset, Decision<EnquiryEvent>> decide, Metadata by,
        CancellationToken ct, DateTimeOffset? at = null)
    {
        if (text?.Trim() is not { Length: > 0 and <= Limits.EnquiryText } tidy)
        {
            return EnquiryRefusals.WordsLength;
        }

        if (await commands.ResultAsync(said, ct) is not null)
        {
            return null;
        }

        if (await words.KeyOfAsync(buyer, ct) is not { } key)
        {
            return EnquiryRefusals.Forgotten;
        }

        try
        {
            return await TellAsync(
                enquiry, decide, by, ct, at, [Commands.Once(said, enquiry.ToString())], [EnquiryWords.Keep(key, said, enquiry, buyer, tidy)]);
        }
        catch (ConstraintRefusedException refused) when (refused.Constraint == Constraints.CommandOnce)
        {
            return null; // its twin was faster
        }
    }

    /// <param name="also">What belongs to it in the same transaction.</param>
    public async Task<Refusal?> TellAsync(
        Guid enquiry, Func<Enquiry, WorkingDays, DateTimeOffset, Decision<EnquiryEvent>> decide, Metadata by, CancellationToken ct,
        DateTimeOffset? at = null, IReadOnlyList<Sql>? first = null, IReadOnlyList<Sql>? also = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var loaded = await marketplace.LoadAsync<Enquiry, EnquiryEvent>(new Id<Enquiry>(enquiry), ct);
            var state = loaded.State ?? throw new InvalidOperationException("There is no such enquiry.");
            var decision = decide(state, await calendar.OfAsync(state.Village, ct), at ?? clock.GetUtcNow());
            if (decision.Count == 0)
            {
                return decision.Refusal;
            }

            var commit = new Commit(by with { At = at });
            foreach (var statement in first ?? [])
            {
                commit.First(statement);
            }

            commit.Append(enquiry, StreamKind<Enquiry>.Name, loaded.Version, decision, loaded.History);
            foreach (var statement in also ?? [])
            {
                commit.Also(statement);
            }

            try
            {
                await store.CommitAsync(commit, ct);
                return null;
            }
            catch (StreamMovedException) when (attempt < Attempts)
            {
                // decided on what was true a moment ago: ask again
            }
        }
    }

    /// <summary>Destroys who asked and all that was said; that it was asked and answered stays.</summary>
    public async Task<Refusal?> ForgetAsync(Guid enquiry, Guid buyer, Asker asker, CancellationToken ct)
    {
        if (await TellAsync(enquiry, (known, _, now) => known.Forget(now), asker.By(), ct) is { } refusal)
        {
            return refusal;
        }

        await erasures.AskAsync(new Id<Buyer>(buyer), asker, ct);
        return null;
    }

    private static (string Field, string Value)[] From(Asking asking) => asking.From is { } from ? [("from", from)] : [];

    // One number's questions are counted one after the other: the lock ends with the transaction that writes the next of them.
    private static IEnumerable<Sql> FewToday(byte[] mark, DateTimeOffset now)
    {
        yield return $"select pg_advisory_xact_lock({BitConverter.ToInt64(mark)})";
        yield return $"""
            select app.require(count(*) < {Limits.EnquiriesADay}, {Constraints.EnquiriesADay})
            from vault.buyer_marks m join enquiries e on e.buyer_id = m.buyer
            where m.mark = {mark} and e.made_at > {now - TimeSpan.FromDays(1)}
            """;
    }

    private async Task<string?> KnownAsync(Guid command, CancellationToken ct) =>
        await commands.ResultAsync(command, ct) is { } done && Guid.TryParse(done, out var enquiry)
        && await db.RowsAsync<Guid>($"select enquiry_id from app.enquiry_keys where enquiry_id = {enquiry}", ct) is [var known]
            ? await KeyAsync(new(known), ct)
            : null;
}
