using Kim.Market.Web;
using Kim.Market.Web.Cli;

return await Cli.RunAsync(args, Application.Build);

/// <summary>Named so that the tests can start the very same program.</summary>
public partial class Program;
