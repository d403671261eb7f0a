using Kim.Market.Benchmarks;

const string Usage = "usage: store [--database \"Host=…\"] [--quick]";

var database = Array.IndexOf(args, "--database") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
switch (args.FirstOrDefault())
{
    case "store":
        await StoreBenchmark.RunAsync(database, args.Contains("--quick"));
        return 0;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}
