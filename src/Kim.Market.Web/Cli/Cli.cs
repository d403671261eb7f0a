using System.CommandLine;
using System.CommandLine.Help;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Cli;

/// <summary>The operator's commands, all in the one program: <c>kim serve</c>, <c>kim migrate</c> and so on.</summary>
public static class Cli
{
    /// <summary>Runs one verb to its end: 0 is done, 1 is failed or differences found, 2 is wrong use.</summary>
    /// <remarks>
    /// Without a verb the arguments are taken for settings of the host, and it is opened as it stands:
    /// this is how a test or a process host that knows nothing of verbs starts the program.
    /// </remarks>
    public static async Task<int> RunAsync(string[] args, BuildApplication build)
    {
        if (args is [var first, ..] && first.StartsWith("--", StringComparison.Ordinal) && first is not ("--help" or "--version"))
        {
            await using var app = build(args, _ => { });
            await app.RunAsync();
            return ExitCode.Done;
        }

        var kim = new Command("kim", "Pasar KIM, the market of community information groups.")
        {
            new HelpOption(),
            Serve.Verb(build),
            Migrate.Verb(build),
            Seed.Verb(build),
            RebuildReadModels.Rebuild(build),
            RebuildReadModels.Verify(build),
            ShowStream.Verb(build),
            Operator.Verb(build),
            BringBoundaries.Verb(build),
            WithDatabase.Verb(build),
        };
        var asked = kim.Parse(args is [] ? ["--help"] : args);
        if (asked.Errors.Count > 0)
        {
            foreach (var error in asked.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("kim --help lists the verbs, kim VERB --help their options.");
            return ExitCode.WrongUse;
        }

        return await InvokeAsync(asked);
    }

    private static async Task<int> InvokeAsync(ParseResult asked)
    {
        try
        {
            // Ctrl-C cancels the verb's token; the time limit only has to outlast an orderly end
            return await asked.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromMinutes(2),
            });
        }
        catch (Exception e) when (e is CannotStartException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            await Console.Error.WriteLineAsync($"This database is not prepared for this program ({e.MessageText}): kim migrate does that.");
            return ExitCode.Failed;
        }
        catch (NpgsqlException e)
        {
            await Console.Error.WriteLineAsync($"The database does not answer as it should: {e.Message}");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted.");
            return ExitCode.Failed;
        }
    }
}
