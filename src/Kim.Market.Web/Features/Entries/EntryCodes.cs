using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Entries;

/// <summary>A line of the directory that a code opened.</summary>
/// <param name="Desk">Whose desk gave the code out.</param>
/// <param name="Scope">The KIM that gave it out, or the office.</param>
public sealed record OpenedEntry(Guid EntryId, string Name, string Village, string Place, string Category, string Desk, Guid Scope);

/// <summary>
/// The codes with which owners claim their line: eight letters that can be read aloud and copied from paper. Its first
/// half finds the row and the second proves it, so that wrong tries are counted where they belong.
/// </summary>
public sealed class EntryCodes(NpgsqlDataSource db, TimeProvider clock)
{
    /// <summary>So often may the second half be wrong; then the code is worth nothing.</summary>
    public const int MostTries = 5;

    public static readonly TimeSpan Validity = TimeSpan.FromDays(30);

    // without 0 and O, 1, I and L: they look alike on paper
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 8;
    private const int FinderLength = 4;

    private static readonly SearchValues<char> Known = SearchValues.Create(Letters);

    /// <summary>A new code for a line; the one before is worth nothing from now on. The caller has checked whose line it is.</summary>
    public async Task<string> IssueAsync(Asker asker, string desk, Guid scope, Guid entry, CancellationToken ct)
    {
        while (true)
        {
            var (code, now) = (RandomNumberGenerator.GetString(Letters, Length), clock.GetUtcNow());
            try
            {
                await db.ExecuteAsync(
                    $"""
                    insert into app.entry_codes (entry_id, finder, hash, desk, scope, issued_by, created_at, expires_at)
                    values ({entry}, {code[..FinderLength]}, {HashOf(entry, code)}, {desk}, {scope}, {asker.Scope}, {now}, {now + Validity})
                    on conflict (entry_id) do update
                    set finder = excluded.finder, hash = excluded.hash, desk = excluded.desk, scope = excluded.scope, tries = 0,
                        issued_by = excluded.issued_by, created_at = excluded.created_at, expires_at = excluded.expires_at
                    """, ct);
                return code;
            }
            catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                // another line's code begins with the same letters: draw again
            }
        }
    }

    /// <summary>What a code opens; null for a wrong one, which counts as a try where its first half is right.</summary>
    public async Task<OpenedEntry?> OpenAsync(string? typed, CancellationToken ct)
    {
        if (Plain(typed) is not { } code)
        {
            return null;
        }

        // counted before it is compared: of many tries at once, five are compared
        var tried = await db.RowsAsync<Row>(
            $"""
            update app.entry_codes c set tries = c.tries + 1
            from directory_entries e
            join app.regions r on r.code = e.village
            where c.finder = {code[..FinderLength]} and c.expires_at > {clock.GetUtcNow()} and c.tries < {MostTries}
              and e.entry_id = c.entry_id and e.status = 0
            returning c.entry_id, c.hash, c.desk, c.scope, e.name, e.village, e.category, r.full_place as place
            """, ct);
        if (tried is not [var row] || !CryptographicOperations.FixedTimeEquals(row.Hash, HashOf(row.EntryId, code)))
        {
            return null;
        }

        await db.ExecuteAsync(
            $"update app.entry_codes set tries = tries - 1 where entry_id = {row.EntryId} and hash = {row.Hash} and tries > 0", ct);
        return new(row.EntryId, row.Name, row.Village, row.Place, row.Category, row.Desk, row.Scope);
    }

    /// <summary>Ends the codes of these lines, in the transaction in which they are claimed or taken out.</summary>
    /// <param name="entries">A query of their ids.</param>
    public static Sql End(SqlPart entries) => $"delete from app.entry_codes where entry_id in ({entries})";

    /// <summary>As people type it: small letters, spaces and dashes make no difference; null for what cannot be a code.</summary>
    internal static string? Plain(string? typed)
    {
        if (typed is null or { Length: > 40 })
        {
            return null;
        }

        var code = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return code.Length == Length && !code.AsSpan().ContainsAnyExcept(Known) ? code : null;
    }

    /// <summary>In two halves, as it is read aloud.</summary>
    public static string Shown(string code) => $"{code[..FinderLength]}-{code[FinderLength..]}";

    // Forty bits are few for a bare hash: the line's own id makes one table useless for the next, the tries do the rest.
    private static byte[] HashOf(Guid entry, string code) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), entry.ToByteArray(), 20_000, HashAlgorithmName.SHA256, 32);

    private sealed record Row(Guid EntryId, byte[] Hash, string Desk, Guid Scope, string Name, string Village, string Category, string Place);
}
