using System.CommandLine;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Features.Stocks;

namespace Kim.Market.Web.Cli;

/// <summary>
/// <c>kim rebuild</c> makes read models anew from the events; <c>kim verify</c> compares them with the events and changes nothing.
/// Both work beside an open market.
/// </summary>
internal sealed class RebuildReadModels(BuildApplication build, bool figuresToo)
{
    private readonly Place _place = new(build);
    private readonly Argument<string?> _name = new("projection")
    {
        Description = "One read model [default: all]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Rebuild(BuildApplication build) =>
        new RebuildReadModels(build, figuresToo: false).Verb("rebuild", "Make read models anew from the events, beside an open market.", RebuildAsync);

    public static Command Verify(BuildApplication build) =>
        new RebuildReadModels(build, figuresToo: true).Verb("verify", "Compare read models with what the events say; 1 when rows differ.", VerifyAsync);

    /// <summary>Counts every public figure a second time, in another way.</summary>
    private static async Task<bool> FiguresAgreeAsync(IServiceProvider services, CancellationToken ct)
    {
        var figures = await services.GetRequiredService<ResultCheck>().FiguresAsync(ct);
        foreach (var figure in figures)
        {
            await Console.Out.WriteLineAsync(figure.Agrees
                ? $"{figure.Name}: {figure.Shown}, as the events say"
                : $"{figure.Name}: shows {figure.Shown}, the events say {figure.Counted}");
        }

        return figures.All(figure => figure.Agrees);
    }

    /// <summary>What stocks hold back must be what open orders have taken.</summary>
    private static async Task<bool> ReservationsAgreeAsync(IServiceProvider services, CancellationToken ct)
    {
        var differences = await services.GetRequiredService<StockCheck>().DifferencesAsync(ct);
        foreach (var difference in differences)
        {
            await Console.Out.WriteLineAsync(
                $"stock of {difference.ProductId}: holds back {difference.Reserved}, open orders have taken {difference.Ordered}");
        }

        await Console.Out.WriteLineAsync(differences.Count == 0 ? "reservations: as the open orders say" : "reservations: differ");
        return differences.Count == 0;
    }

    private Command Verb(
        string name, string description, Func<Rebuild, string, IProgress<RebuildProgress>, CancellationToken, Task<bool>> work)
    {
        var verb = new Command(name, description) { _name };
        _place.AddTo(verb);
        verb.SetAction((asked, ct) => _place.BehindTheScenesAsync(asked, services => EachAsync(asked, services, work, ct), ct));
        return verb;
    }

    private async Task<int> EachAsync(
        ParseResult asked, IServiceProvider services,
        Func<Rebuild, string, IProgress<RebuildProgress>, CancellationToken, Task<bool>> work, CancellationToken ct)
    {
        var rebuild = services.GetRequiredService<Rebuild>();
        var wanted = asked.GetValue(_name);
        if (wanted is not null && !rebuild.Names.Contains(wanted))
        {
            await Console.Error.WriteLineAsync($"There is no read model '{wanted}'. There are: {string.Join(", ", rebuild.Names.Order())}.");
            return ExitCode.WrongUse;
        }

        var line = new ProgressLine();
        var progress = new Reports<RebuildProgress>(report => line.Report(report.Name, report.Done, report.Total));
        var agreed = true;
        IEnumerable<string> names = wanted is null ? rebuild.Names.Order() : [wanted];
        foreach (var name in names)
        {
            agreed &= await work(rebuild, name, progress, ct);
        }

        if (wanted is null && figuresToo)
        {
            agreed &= await FiguresAgreeAsync(services, ct);
            agreed &= await ReservationsAgreeAsync(services, ct);
        }

        return agreed ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<bool> RebuildAsync(Rebuild rebuild, string name, IProgress<RebuildProgress> progress, CancellationToken ct)
    {
        await rebuild.RunAsync(name, progress, ct);
        await Console.Out.WriteLineAsync($"{name}: rebuilt");
        return true;
    }

    private static async Task<bool> VerifyAsync(Rebuild rebuild, string name, IProgress<RebuildProgress> progress, CancellationToken ct)
    {
        var differences = await rebuild.VerifyAsync(name, progress, ct);
        foreach (var row in differences)
        {
            await Console.Out.WriteLineAsync($"{row.Table} {row.Key}");
            await Console.Out.WriteLineAsync($"  stored   {row.Stored ?? "(no row)"}");
            await Console.Out.WriteLineAsync($"  expected {row.Expected ?? "(no row)"}");
        }

        await Console.Out.WriteLineAsync(differences.Count == 0 ? $"{name}: as the events say" : $"{name}: differs");
        return differences.Count == 0;
    }
}
