using Kim.Market.Web;

await using var app = Application.Build(args, _ => { });
await app.RunAsync();

/// <summary>Named so that the tests can start the very same program.</summary>
public partial class Program;
