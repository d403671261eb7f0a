using System.Diagnostics;
using System.Globalization;

namespace Kim.Market.Web.Hosting.Postgres;

/// <summary>Who a child process runs as, by number.</summary>
internal sealed record UnixAccount(uint User, uint Group)
{
    public string Owner => string.Create(CultureInfo.InvariantCulture, $"{User}:{Group}");

    /// <summary>The arguments that put a program into this account for good.</summary>
    public IEnumerable<string> Drop =>
        ["setpriv", "--reuid", Text(User), "--regid", Text(Group), "--clear-groups", "--no-new-privs"];

    /// <summary>The first of these accounts that this machine has.</summary>
    public static UnixAccount First(params IEnumerable<string> names)
    {
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(field => field.Length > 3).ToList();
        var found = names
            .Select(name => accounts.FirstOrDefault(field => field[0] == name))
            .FirstOrDefault(field => field is not null);

        return found is null
            ? throw new CannotStartException($"None of the accounts {string.Join(", ", names)} exists on this machine.")
            : new UnixAccount(Number(found[2]), Number(found[3]));
    }

    /// <summary>The account a file or folder belongs to.</summary>
    public static async Task<UnixAccount> OwnerOfAsync(string path)
    {
        var stat = new ProcessStartInfo("stat", ["--format=%u %g", path]) { RedirectStandardOutput = true };
        using var process = Process.Start(stat)!;
        var numbers = (await process.StandardOutput.ReadToEndAsync()).Trim().Split(' ');
        await process.WaitForExitAsync();
        return new(Number(numbers[0]), Number(numbers[1]));
    }

    private static string Text(uint number) => number.ToString(CultureInfo.InvariantCulture);

    private static uint Number(string text) => uint.Parse(text, CultureInfo.InvariantCulture);
}
