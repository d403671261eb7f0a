namespace Kim.Market.Web.Features.OpenData;

/// <summary>Who publishes, and on which terms: <c>OpenData:Licence</c>, <c>OpenData:LicenceUrl</c>, <c>OpenData:Producer</c>, <c>OpenData:Responsible</c>.</summary>
public sealed class OpenDataSettings(IConfiguration settings)
{
    public string Licence { get; } = settings["OpenData:Licence"] ?? "CC BY 4.0";

    public string LicenceAddress { get; } = settings["OpenData:LicenceUrl"] ?? "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>Whose data it is.</summary>
    public string Producer { get; } = settings["OpenData:Producer"] ?? "Pasar KIM";

    /// <summary>The post that answers for it, never a person.</summary>
    public string Responsible { get; } = settings["OpenData:Responsible"] ?? "Operator Pasar KIM";
}
