using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web;

/// <summary>The commands that were carried out, each with its answer: sent again, it answers the same and changes nothing.</summary>
public sealed class Commands(NpgsqlDataSource db)
{
    /// <summary>First statement of a command's transaction: whoever sends the same id at the same time waits here, and loses.</summary>
    public static Sql Once(Guid command, string result) => $"insert into app.commands (id, result) values ({command}, {result})";

    /// <summary>The answer of a command that was carried out before.</summary>
    public async Task<string?> ResultAsync(Guid command, CancellationToken ct) =>
        (await db.RowsAsync<string>($"select result from app.commands where id = {command}", ct)).SingleOrDefault();
}
