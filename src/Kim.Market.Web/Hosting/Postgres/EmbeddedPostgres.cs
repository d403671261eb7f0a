using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Kim.Market.Web.Hosting.Postgres;

/// <summary>
/// A private PostgreSQL in a data folder: made once, reached by a unix socket only, shared by every program that
/// uses the folder. The first one in starts it, the last one out stops it; of a crashed program the next one takes it over.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Database = "kim";
    private const string User = "kim";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan OrphansMayLinger = TimeSpan.FromSeconds(20);

    private readonly PostgresFolder _folder;
    private readonly PostgresPrograms _programs;
    private FileStream? _use;

    private EmbeddedPostgres(PostgresFolder folder, PostgresPrograms programs) => (_folder, _programs) = (folder, programs);

    /// <summary>Where the database lives: under the data folder, or under /var/lib when PostgreSQL's account cannot reach that.</summary>
    public string Folder => _folder.Path;

    public string ConnectionString { get; private set; } = "";

    /// <summary>Whether it was already running.</summary>
    public bool Adopted { get; private set; }

    /// <summary>The server's process, or null while it is not alive.</summary>
    public int? ProcessId => Postmaster.FindProcess(_folder);

    /// <summary>Makes, starts or joins the database server of a data folder.</summary>
    /// <exception cref="CannotStartException">PostgreSQL is missing, or refuses.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(string data, CancellationToken ct)
    {
        var (folder, programs) = await PostgresFolder.PrepareAsync(data);
        var postgres = new EmbeddedPostgres(folder, programs);
        try
        {
            await postgres.JoinAsync(ct);
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server again if it has died; true if it had.</summary>
    public async Task<bool> ReviveAsync(CancellationToken ct)
    {
        if (ProcessId is not null)
        {
            return false;
        }

        await using var gate = await PassGateAsync(ct);
        return await EnsureRunningAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_use is null)
        {
            return;
        }

        await using var gate = await PassGateAsync(CancellationToken.None);
        await _use.DisposeAsync();
        _use = null;

        await using var alone = FileLock.TryAlone(_folder.Users);
        if (alone is not null && ProcessId is not null)
        {
            await _programs.RunAsync("pg_ctl", "-D", _folder.Cluster, "-m", "fast", "-w", "-t", "60", "-s", "stop");
        }
    }

    private async Task JoinAsync(CancellationToken ct)
    {
        await using var gate = await PassGateAsync(ct);
        _use = FileLock.TryTogether(_folder.Users);
        if (!Directory.Exists(_folder.Cluster))
        {
            await MakeClusterAsync();
        }

        Adopted = !await EnsureRunningAsync(ct);
        ConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = _folder.Sockets,
            Port = Postmaster.Port,
            Username = User,
            Password = (await File.ReadAllTextAsync(_folder.Password, ct)).Trim(),
            Database = Database,
        }.ConnectionString;
        await EnsureDatabaseAsync(ct);
    }

    private async Task<FileStream> PassGateAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return await FileLock.AloneAsync(_folder.Gate, patience.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new CannotStartException($"Another program has been starting or stopping the database in {Folder} for too long.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CannotStartException($"{Folder} belongs to another account of this machine; run as that one, or give another --data.", e);
        }
    }

    private async Task MakeClusterAsync()
    {
        if (Directory.Exists(_folder.HalfMade))
        {
            Directory.Delete(_folder.HalfMade, recursive: true);
        }

        await WritePasswordAsync();
        await _programs.RunAsync(
            "initdb", "-D", _folder.HalfMade, "-U", User, "--pwfile", _folder.Password, "--auth=scram-sha-256",
            "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=id-ID",
            "--text-search-config=simple", "--data-checksums", "--no-instructions");
        await PostgresSettings.IncludeAsync(_folder.HalfMade);
        Directory.Move(_folder.HalfMade, _folder.Cluster);
    }

    private async Task WritePasswordAsync()
    {
        File.Delete(_folder.Password);
        await using (var file = new FileStream(_folder.Password, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))));
            file.Flush(flushToDisk: true);
        }

        await _programs.GiveAsync(_folder.Password);
    }

    /// <returns>True if it had to be started.</returns>
    private async Task<bool> EnsureRunningAsync(CancellationToken ct)
    {
        if (ProcessId is not null)
        {
            return false;
        }

        var patience = Postmaster.ForgetDead(_folder) ? OrphansMayLinger : TimeSpan.Zero;
        var waited = Stopwatch.StartNew();
        await PostgresSettings.WriteAsync(_folder.Cluster, _folder.Sockets);
        await _programs.GiveAsync(PostgresSettings.PathIn(_folder.Cluster));
        while (true)
        {
            try
            {
                await _programs.RunAsync("pg_ctl", "-D", _folder.Cluster, "-l", _folder.Log, "-w", "-t", "300", "-s", "start");
                return true;
            }
            catch (CannotStartException) when (waited.Elapsed < patience)
            {
                // a killed server's children may still hold its shared memory; they leave when their statement ends
                await Task.Delay(500, ct);
            }
        }
    }

    private async Task EnsureDatabaseAsync(CancellationToken ct)
    {
        var maintenance = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres", Pooling = false };
        await using var db = NpgsqlDataSource.Create(maintenance);
        await using var find = db.CreateCommand($"select 1 from pg_database where datname = '{Database}'");
        if (await OnceAwakeAsync(() => find.ExecuteScalarAsync(ct), ct) is null)
        {
            await using var create = db.CreateCommand($"create database {Database}");
            await create.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>A server joined a moment after its start, or while it recovers from a crash, first says: not yet.</summary>
    private static async Task<T> OnceAwakeAsync<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (NpgsqlException e) when (waited.Elapsed < Patience
                && (e is not PostgresException || e.SqlState == PostgresErrorCodes.CannotConnectNow))
            {
                await Task.Delay(50, ct);
            }
        }
    }
}
