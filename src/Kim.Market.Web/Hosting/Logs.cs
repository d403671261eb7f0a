using Microsoft.Extensions.Logging.Console;

namespace Kim.Market.Web;

/// <summary>What the program writes about itself, to standard error: one JSON object a line, or plain lines for a person at a terminal.</summary>
/// <remarks>Neither requests nor their content are written: addresses of order pages hold keys, forms hold persons.</remarks>
public static class Logs
{
    public static ILoggingBuilder AddLogs(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (Console.IsErrorRedirected)
        {
            logging.AddJsonConsole(options =>
            {
                options.IncludeScopes = false; // the scope of a request is its address
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "yyyy-MM-dd'T'HH':'mm':'ss'.'fff'Z'"; // quoted: Indonesian writes 10.30
            });
        }
        else
        {
            logging.AddSimpleConsole(options => (options.SingleLine, options.TimestampFormat) = (true, "HH':'mm':'ss "));
        }

        return logging;
    }
}
