namespace Kim.Market.Web.Cli;

/// <summary>Builds the application from settings in the form <c>--Key=value</c>, with the services that only one verb brings.</summary>
public delegate WebApplication BuildApplication(string[] settings, Action<IServiceCollection> also);
