using System.Security.Cryptography;
using System.Text;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Readings;
using Npgsql;

namespace Kim.Market.Web.Features.People;

/// <summary>Names, numbers and addresses of persons, sealed with a key per person (UU PDP 27/2022).</summary>
/// <remarks>Events hold only the subject's id. Destroy the key, and the person is gone while every figure stays.</remarks>
public sealed class Vault(NpgsqlDataSource db, ReadingLog readings)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Statements that keep these fields of a subject, and nothing it had before, for the transaction that speaks of it.</summary>
    public static IEnumerable<Sql> Keep(Guid subject, params (string Field, string Value)[] fields) => Keep(subject, NewKey(), fields);

    /// <summary>The same with a key that seals more than these fields.</summary>
    public static IEnumerable<Sql> Keep(Guid subject, byte[] key, params (string Field, string Value)[] fields)
    {
        yield return $"insert into vault.keys (subject, key) values ({subject}, {key}) on conflict (subject) do update set key = excluded.key";
        yield return $"delete from vault.entries where subject = {subject}";
        foreach (var (field, value) in fields)
        {
            var box = Seal(key, subject, field, value);
            yield return $"""
                insert into vault.entries (subject, field, sealed) values ({subject}, {field}, {box})
                """;
        }
    }

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    /// <summary>Keeps fields of many subjects of whom nothing was kept before, as part of the connection's transaction.</summary>
    public static async Task KeepNewAsync(
        NpgsqlConnection connection, IEnumerable<(Guid Subject, IReadOnlyList<(string Field, string Value)> Fields)> subjects, CancellationToken ct)
    {
        var known = subjects.Select(some => (some.Subject, some.Fields, Key: NewKey())).ToList();
        await using (var keys = await connection.BeginBinaryImportAsync("copy vault.keys (subject, key) from stdin (format binary)", ct))
        {
            foreach (var (subject, _, key) in known)
            {
                await keys.WriteRowAsync(ct, subject, key);
            }

            await keys.CompleteAsync(ct);
        }

        await using var entries = await connection.BeginBinaryImportAsync("copy vault.entries (subject, field, sealed) from stdin (format binary)", ct);
        foreach (var (subject, fields, key) in known)
        {
            foreach (var (field, value) in fields)
            {
                await entries.WriteRowAsync(ct, subject, field, Seal(key, subject, field, value));
            }
        }

        await entries.CompleteAsync(ct);
    }

    /// <summary>Statements that destroy the keys of these subjects and all that was kept of them.</summary>
    /// <param name="subjects">A query of their ids.</param>
    public static IEnumerable<Sql> Forget(SqlPart subjects) =>
    [
        $"delete from vault.entries where subject in ({subjects})",
        $"delete from vault.keys where subject in ({subjects})",
    ];

    /// <summary>What is known of these subjects; one that was erased is simply absent. Who opens it with an account is written down.</summary>
    public async Task<ILookup<Guid, (string Field, string Value)>> OpenAsync(IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        var rows = await db.RowsAsync<Box>(
            $"""
            select e.subject, e.field, e.sealed, k.key
            from vault.entries e join vault.keys k on k.subject = e.subject
            where e.subject = any({subjects.ToArray()})
            """, ct);
        await readings.NoteAsync(rows.Select(row => row.Subject), ct);
        return rows.ToLookup(row => row.Subject, row => (row.Field, Open(row)));
    }

    private static byte[] Seal(byte[] key, Guid subject, string field, string value) => Seal(key, subject, field, Encoding.UTF8.GetBytes(value));

    internal static byte[] Seal(byte[] key, Guid subject, string field, byte[] plain)
    {
        var box = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength),
            Label(subject, field));
        return box;
    }

    private static string Open(Box row) => Encoding.UTF8.GetString(Open(row.Key, row.Subject, row.Field, row.Sealed));

    internal static byte[] Open(byte[] key, Guid subject, string field, byte[] box)
    {
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(
            box.AsSpan(0, NonceLength), box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), plain, Label(subject, field));
        return plain;
    }

    // Binds a box to its place: one cannot be moved to another person or field unnoticed.
    private static byte[] Label(Guid subject, string field) => Encoding.UTF8.GetBytes($"{subject:N}/{field}");

    private sealed record Box(Guid Subject, string Field, byte[] Sealed, byte[] Key);
}
