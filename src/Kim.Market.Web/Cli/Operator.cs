using System.CommandLine;
using Kim.Market.Domain;
using Kim.Market.Domain.Installations;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Cli;

/// <summary><c>kim operator add --phone 0812…</c>: a one-time link with which somebody becomes operator; the first one cannot be invited otherwise.</summary>
internal static class Operator
{
    public static Command Verb(BuildApplication build)
    {
        var place = new Place(build);
        var phone = new Option<string>("--phone") { Description = "Mobile number or e-mail the operator will sign in with", Required = true, HelpName = "NUMBER" };
        var site = new Option<string>("--site")
        {
            Description = "Address of the running site",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PublicUrl") ?? "http://localhost:5080",
            HelpName = "URL",
        };
        var add = new Command("add", "Make a link, good for one day and one use, with which the holder of this number becomes operator.") { phone, site };
        place.AddTo(add);
        add.SetAction((asked, ct) => place.BehindTheScenesAsync(
            asked, services => AddAsync(services, asked.GetValue(phone)!, asked.GetValue(site)!.TrimEnd('/'), ct), ct));
        return new Command("operator", "Decide who runs this installation.") { add };
    }

    private static async Task<int> AddAsync(IServiceProvider services, string login, string site, CancellationToken ct)
    {
        Origins.Enter("operator add");
        var name = Credentials.NameOf(login);
        if (!WhatsAppNumber.TryParse(name, out _) && !name.Contains('@', StringComparison.Ordinal))
        {
            await Console.Error.WriteLineAsync($"'{login}' is neither a mobile number nor an e-mail address.");
            return ExitCode.WrongUse;
        }

        await services.GetRequiredService<Database>().PrepareAsync(ct);
        var token = await services.GetRequiredService<Invitations>().IssueAsync(
            Asker.Visitor, Desk.Operator, Installation.Id.Value, InstallationRole.Operator, name, Guid.CreateVersion7(), ct);
        await Console.Out.WriteLineAsync($"Good for 24 hours and one use, for {login} alone:");
        await Console.Out.WriteLineAsync($"  {site}/undangan/{token}");
        return ExitCode.Done;
    }
}
