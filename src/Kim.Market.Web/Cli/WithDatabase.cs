using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Kim.Market.Web.Cli;

/// <summary><c>kim with-database -- pg_dump …</c>: runs PostgreSQL's own tools on the market's database, open or closed.</summary>
internal static class WithDatabase
{
    public static Command Verb(BuildApplication build)
    {
        var place = new Place(build);
        var command = new Argument<string[]>("command") { Description = "psql, pg_dump … and its arguments, after --", Arity = ArgumentArity.OneOrMore };
        var verb = new Command("with-database", "Run psql, pg_dump or any program on the database.") { command };
        place.AddTo(verb);
        verb.SetAction(async (asked, ct) =>
        {
            await using var database = place.DatabaseOf(asked);
            await database.OpenAsync(ct);
            return await RunAsync(database.ConnectionString, asked.GetValue(command)!, ct);
        });
        return verb;
    }

    private static async Task<int> RunAsync(string connection, string[] command, CancellationToken ct)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(command[0], command.Skip(1));
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = server.Username;
        start.Environment["PGPASSWORD"] = server.Password;
        start.Environment["PGDATABASE"] = server.Database;
        try
        {
            using var program = Process.Start(start)!;
            await program.WaitForExitAsync(ct);
            return program.ExitCode;
        }
        catch (Win32Exception)
        {
            await Console.Error.WriteLineAsync($"There is no program '{command[0]}' on this machine.");
            return ExitCode.Failed;
        }
    }
}
