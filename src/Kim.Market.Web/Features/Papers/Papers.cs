using System.Security.Cryptography;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Readings;
using Npgsql;

namespace Kim.Market.Web.Features.Papers;

/// <summary>Papers that are nobody's but theirs whom they concern: sealed each with a key of its own, erased by forgetting the key.</summary>
public sealed class Papers(NpgsqlDataSource db, ReadingLog readings)
{
    private const string Field = "paper";

    /// <summary>Statements that keep a paper, for the transaction that speaks of it.</summary>
    /// <param name="subject">The certificate, decree, KIM or sale it belongs to: that decides who may open it.</param>
    public static IEnumerable<Sql> Keep(Guid paper, Guid subject, Paper content)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var box = Vault.Seal(key, paper, Field, content.Content);
        yield return $"insert into vault.keys (subject, key) values ({paper}, {key})";
        yield return $"insert into vault.papers (id, subject, type, sealed) values ({paper}, {subject}, {content.Type}, {box})";
    }

    /// <summary>
    /// A certificate's paper opens for the owner of the business, for who curates it and for the office of its region; a
    /// decree's and a KIM's for the chair and for its office; what shows a sale elsewhere for the owner and the office. Null for everybody else, and when it was erased.
    /// </summary>
    public async Task<Paper?> OpenAsync(Asker asker, Guid paper, CancellationToken ct)
    {
        var found = await db.RowAsync<Box>(
            $"""
            select p.type, p.sealed, k.key
            from vault.papers p
            join vault.keys k on k.subject = p.id
            where p.id = {paper} and (
                exists (
                    select from certificates c
                    join businesses b on b.business_id = c.business_id
                    join memberships m on m.member_id = {asker.Scope}
                    where c.certificate_id = p.subject and (
                        (m.desk = {Desk.Seller} and m.scope = b.business_id and m.role = {nameof(BusinessRole.Owner)})
                        or (m.desk = {Desk.Group} and m.scope = b.group_id and m.role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)}))
                        or (m.desk = {Desk.Office} and b.village || '.' like m.region || '.%')))
                or exists (
                    select from outside_sales s
                    join businesses b on b.business_id = s.business_id
                    join memberships m on m.member_id = {asker.Scope}
                    where s.outside_sale_id = p.subject and (
                        (m.desk = {Desk.Seller} and m.scope = b.business_id and m.role = {nameof(BusinessRole.Owner)})
                        or (m.desk = {Desk.Office} and b.village || '.' like m.region || '.%')))
                or exists (
                    select from decree_groups d
                    join groups g on g.group_id = d.group_id
                    join memberships m on m.member_id = {asker.Scope}
                    where d.decree_id = p.subject and (
                        (m.desk = {Desk.Group} and m.scope = g.group_id and m.role = {nameof(GroupRole.Chair)})
                        or (m.desk = {Desk.Office} and g.seat || '.' like m.region || '.%')))
                or exists (
                    select from groups g
                    join memberships m on m.member_id = {asker.Scope}
                    where g.group_id = p.subject and (
                        (m.desk = {Desk.Group} and m.scope = g.group_id and m.role = {nameof(GroupRole.Chair)})
                        or (m.desk = {Desk.Office} and g.seat || '.' like m.region || '.%'))))
            """, ct);
        if (found is null)
        {
            return null;
        }

        await readings.NoteAsync([paper], ct);
        return new(found.Type, Vault.Open(found.Key, paper, Field, found.Sealed));
    }

    private sealed record Box(string Type, byte[] Sealed, byte[] Key);
}
