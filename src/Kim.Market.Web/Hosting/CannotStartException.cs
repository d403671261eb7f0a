namespace Kim.Market.Web.Hosting;

/// <summary>The program cannot start, and the message tells the operator in one sentence why and what to do.</summary>
public sealed class CannotStartException(string sentence, Exception? cause = null) : Exception(sentence, cause);
