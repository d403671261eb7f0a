using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>What can be done with an account. The numbers are stored.</summary>
public enum AccountAct
{
    SignedIn,
    WrongPassword,
    PasswordChanged,
    SecondFactorOn,
    SecondFactorOff,
    CodesRenewed,
    PasskeyAdded,
    PasskeyRemoved,
    DeviceSignedOut,
    SignedOutEverywhere,
}

/// <summary>One line of it.</summary>
public sealed record AccountLine(DateTime At, short What, string Device)
{
    public AccountAct Act => (AccountAct)What;
}

/// <summary>Writes down what is done with an account, for its owner alone: so that nobody else's hand in it stays unnoticed.</summary>
public sealed class AccountLog(NpgsqlDataSource db, TimeProvider clock)
{
    private const int Shown = 30;

    /// <summary>Longer than that nobody's habits are kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public Task NoteAsync(Guid member, AccountAct act, string device, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.ExecuteAsync(
            $"""
            with gone as (delete from app.account_log where member_id = {member} and at < {now - Kept})
            insert into app.account_log (member_id, at, what, device) values ({member}, {now}, {(short)act}, {device})
            """, ct);
    }

    /// <summary>The newest first.</summary>
    public Task<List<AccountLine>> OfAsync(Asker asker, CancellationToken ct) => db.RowsAsync<AccountLine>(
        $"select at, what, device from app.account_log where member_id = {asker.Scope} order by id desc limit {Shown}", ct);

    public static Sql Forget(Guid member) => $"delete from app.account_log where member_id = {member}";
}
