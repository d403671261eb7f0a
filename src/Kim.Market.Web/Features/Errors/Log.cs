namespace Kim.Market.Web.Features.Errors;

internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Error, "{Method} {Route} failed; the visitor was told {Reference}")]
    public static partial void Failed(ILogger log, Exception failure, string method, string route, string reference);
}
