using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;

namespace Kim.Market.Web.Cli;

/// <summary><c>kim show</c>: all that ever happened in one stream, a line an event.</summary>
internal static class ShowStream
{
    public static Command Verb(BuildApplication build)
    {
        var place = new Place(build);
        var stream = new Argument<Guid>("stream") { Description = "Id of an order, a product, a group …", CustomParser = ParseId };
        var verb = new Command("show", "Show what happened in one stream.") { stream };
        place.AddTo(verb);
        verb.SetAction((asked, ct) =>
            place.BehindTheScenesAsync(asked, services => RunAsync(services, asked.GetValue(stream), ct), ct));
        return verb;
    }

    private static Guid ParseId(System.CommandLine.Parsing.ArgumentResult given)
    {
        if (!Guid.TryParse(given.Tokens[0].Value, out var id))
        {
            given.AddError($"'{given.Tokens[0].Value}' is not the id of a stream.");
        }

        return id;
    }

    private static async Task<int> RunAsync(IServiceProvider services, Guid stream, CancellationToken ct)
    {
        var store = services.GetRequiredService<EventStore>();
        if (await store.HeadAsync(stream, ct) is not { } head)
        {
            await Console.Error.WriteLineAsync("Nothing ever happened in that stream.");
            return ExitCode.Failed;
        }

        await Console.Out.WriteLineAsync($"{head.Kind ?? "stream"} {stream}{(head.Archived ? ", archived" : "")}");
        foreach (var recorded in await store.ReadAsync(stream, ct: ct))
        {
            await Console.Out.WriteLineAsync(Line(recorded));
        }

        return ExitCode.Done;
    }

    private static string Line(Recorded recorded)
    {
        var json = JsonSerializer.Serialize(recorded.Data, recorded.Data.GetType(), EventJson.Default);
        var by = recorded.Metadata.Actor is { } actor ? $" by {actor}" : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{recorded.Version,4}  {recorded.Timestamp:yyyy-MM-dd HH:mm:ss}Z  {recorded.Type}{by} {json}");
    }
}
