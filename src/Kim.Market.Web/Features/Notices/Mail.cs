using System.Net;
using System.Net.Mail;
using System.Text;
using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.Notices;

/// <summary>A short letter in plain text.</summary>
/// <param name="Id">The same each time it is sent: a mailbox that has it takes no second one.</param>
/// <param name="End">The page on which whoever gets it can end that.</param>
public sealed record Letter(string Id, string To, string Subject, string Text, string End);

/// <summary>Sends letters.</summary>
public interface IMail
{
    bool IsOn { get; }

    /// <exception cref="NotDeliveredException">It was not taken.</exception>
    Task SendAsync(Letter letter, CancellationToken ct);
}

/// <summary>By which server letters leave; without one, nobody is written to.</summary>
public sealed record MailSettings(string? Host, int Port, bool StartTls, string? User, string? Password, string From)
{
    public static MailSettings Of(IConfiguration settings)
    {
        var host = settings["Mail:Host"] is { Length: > 0 } given ? given : null;
        var from = settings["Mail:From"] ?? "";
        if (host is not null && settings["PublicUrl"] is not { Length: > 0 })
        {
            throw new CannotStartException("Mail__Host is set, and PublicUrl is not: letters lead to pages.");
        }

        return host is not null && !MailAddress.TryCreate(from, out _)
            ? throw new CannotStartException("Mail__Host is set, and Mail__From is no e-mail address.")
            : new(host, settings.GetValue("Mail:Port", 587), settings.GetValue("Mail:StartTls", true), settings["Mail:User"], settings["Mail:Password"], from);
    }
}

/// <summary>SMTP with STARTTLS, by .NET's own client.</summary>
public sealed class SmtpMail(MailSettings settings) : IMail
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public bool IsOn => settings.Host is not null;

    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.User is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, settings.Password);
        }

        using var message = new MailMessage(settings.From, letter.To, letter.Subject, letter.Text)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            Headers =
            {
                { "Message-ID", $"<{letter.Id}@{new MailAddress(settings.From).Host}>" },
                { "Auto-Submitted", "auto-generated" },
                { "List-Unsubscribe", $"<{letter.End}>" },
            },
        };
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, late.Token);
        }
        catch (Exception failure) when (failure is SmtpException or IOException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            // What a server answers repeats the address: only what kind of answer it was is told further.
            throw new NotDeliveredException(failure is SmtpException { StatusCode: var status } ? TroubleOf(status) : Trouble.Unreachable);
        }
    }

    private static Trouble TroubleOf(SmtpStatusCode status) => (int)status switch
    {
        >= 500 => Trouble.Refused,
        >= 400 => Trouble.Busy,
        _ => Trouble.Unreachable,
    };
}
