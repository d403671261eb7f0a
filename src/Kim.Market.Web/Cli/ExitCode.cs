namespace Kim.Market.Web.Cli;

/// <summary>How a verb ended.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Failed, or differences found.</summary>
    public const int Failed = 1;

    public const int WrongUse = 2;
}
