using Kim.Market.Benchmarks;
using Kim.Market.Benchmarks.Lists;
using Kim.Market.Benchmarks.Pages;
using Kim.Market.Benchmarks.Regency;

const string Usage = "usage: store | pages | orders | lists | regency | serve [--database \"Host=…\"] [--quick]; without a verb: all of them";

var database = Array.IndexOf(args, "--database") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var isQuick = args.Contains("--quick");
switch (args.FirstOrDefault(argument => !argument.StartsWith('-') && argument != database) ?? "all")
{
    case "store":
        await StoreBenchmark.RunAsync(database, isQuick);
        return 0;
    case "pages":
        await PageBenchmark.RunAsync(database, isQuick);
        return 0;
    case "orders":
        await OrdersBenchmark.RunAsync(database, isQuick);
        return 0;
    case "lists":
        await ListBenchmark.RunAsync(database, isQuick);
        return 0;
    case "regency":
        await RegencyBenchmark.RunAsync(database, isQuick);
        return 0;
    case "all":
        await StoreBenchmark.RunAsync(database, isQuick);
        await PageBenchmark.RunAsync(database, isQuick);
        await OrdersBenchmark.RunAsync(database, isQuick);
        await ListBenchmark.RunAsync(database, isQuick);
        await RegencyBenchmark.RunAsync(database, isQuick);
        return 0;
    case "serve":
        await PageBenchmark.ServeAsync(database);
        return 0;
    case "load":
        await Load.ServeAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}
