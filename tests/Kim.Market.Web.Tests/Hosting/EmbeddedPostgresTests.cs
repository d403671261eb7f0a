using System.Diagnostics;
using System.Globalization;
using Kim.Market.Web.Hosting;
using Kim.Market.Web.Hosting.Postgres;
using Npgsql;

namespace Kim.Market.Web.Tests.Hosting;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly OpenFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_start_makes_a_database_that_only_this_machine_can_reach()
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(_folder.Path, Stop);

        Assert.False(postgres.Adopted);
        Assert.Equal("", await Ask(postgres, "show listen_addresses"));
        Assert.Equal("kim", await Ask(postgres, "select current_database()"));
        Assert.Equal("on", await Ask(postgres, "show fsync"));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(postgres.Folder, "password")));
    }

    [Fact]
    public async Task The_next_start_finds_what_was_there()
    {
        await using (var first = await EmbeddedPostgres.StartAsync(_folder.Path, Stop))
        {
            await Tell(first, "create table kept as select 'amplang' as what");
        }

        await using var second = await EmbeddedPostgres.StartAsync(_folder.Path, Stop);

        Assert.False(second.Adopted);
        Assert.Equal("amplang", await Ask(second, "select what from kept"));
    }

    [Fact]
    public async Task Two_programs_share_one_server_and_the_last_one_out_stops_it()
    {
        var both = await Task.WhenAll(
            EmbeddedPostgres.StartAsync(_folder.Path, Stop), EmbeddedPostgres.StartAsync(_folder.Path, Stop));
        Assert.Single(both, postgres => postgres.Adopted);
        Assert.Equal(both[0].ProcessId, both[1].ProcessId);

        await both.Single(postgres => !postgres.Adopted).DisposeAsync();

        var last = both.Single(postgres => postgres.Adopted);
        Assert.Equal("1", await Ask(last, "select 1::text"));
        await last.DisposeAsync();
        Assert.Null(last.ProcessId);
    }

    [Fact]
    public async Task A_killed_server_is_revived_with_all_it_had_promised()
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(_folder.Path, Stop);
        await Tell(postgres, "create table kept as select 'madu' as what");
        Assert.False(await postgres.ReviveAsync(Stop));

        await KillAsync(postgres.ProcessId!.Value);

        Assert.True(await postgres.ReviveAsync(Stop));
        Assert.Equal("madu", await Ask(postgres, "select what from kept"));
    }

    [Fact]
    public async Task A_process_that_got_a_dead_servers_number_is_not_taken_for_it()
    {
        string note;
        await using (var first = await EmbeddedPostgres.StartAsync(_folder.Path, Stop))
        {
            note = Path.Combine(first.Folder, "cluster", "postmaster.pid");
            await File.WriteAllTextAsync(note + ".left", await File.ReadAllTextAsync(note, Stop), Stop);
        }

        // as after a power cut, when the number has since gone to another process: here, to this very one
        var lines = await File.ReadAllLinesAsync(note + ".left", Stop);
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(note, lines, Stop);

        await using var second = await EmbeddedPostgres.StartAsync(_folder.Path, Stop);

        Assert.False(second.Adopted);
        Assert.Equal("1", await Ask(second, "select 1::text"));
    }

    [Fact]
    public async Task An_interrupted_first_start_is_begun_anew()
    {
        var half = Directory.CreateDirectory(Path.Combine(_folder.Path, "postgres", "cluster.new"));
        await File.WriteAllTextAsync(Path.Combine(half.FullName, "PG_VERSION"), "15\n", Stop);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "postgres", "password"), "of nothing", Stop);

        await using var postgres = await EmbeddedPostgres.StartAsync(_folder.Path, Stop);

        Assert.Equal("1", await Ask(postgres, "select 1::text"));
        Assert.False(half.Exists && Directory.Exists(half.FullName));
    }

    [Fact]
    public async Task A_long_path_does_not_keep_it_from_being_reached()
    {
        using var deep = new OpenFolder(string.Join('/', Enumerable.Repeat("pasar-di-tepi-sungai-mahakam", 5)));

        await using var postgres = await EmbeddedPostgres.StartAsync(deep.Path, Stop);

        Assert.Equal("1", await Ask(postgres, "select 1::text"));
        Directory.Delete(new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host!, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_postgres_cannot_reach_gets_its_database_elsewhere()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root has folders that PostgreSQL's account cannot reach.");
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await using (var first = await EmbeddedPostgres.StartAsync(_folder.Path, Stop))
        {
            Assert.StartsWith("/var/lib/pasar-kim-", first.Folder, StringComparison.Ordinal);
            await Tell(first, "create table kept as select 'rotan' as what");
        }

        await using var second = await EmbeddedPostgres.StartAsync(_folder.Path, Stop);

        Assert.Equal("rotan", await Ask(second, "select what from kept"));
        await second.DisposeAsync();
        Directory.Delete(second.Folder, recursive: true);
    }

    [Fact]
    public async Task A_database_of_a_version_that_is_not_installed_is_left_alone()
    {
        var cluster = Directory.CreateDirectory(Path.Combine(_folder.Path, "postgres", "cluster")).FullName;
        await File.WriteAllTextAsync(Path.Combine(cluster, "PG_VERSION"), "9\n", Stop);

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => EmbeddedPostgres.StartAsync(_folder.Path, Stop));

        Assert.Contains("postgresql-9", refused.Message, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(cluster));
    }

    private static async Task KillAsync(int process)
    {
        using var victim = Process.GetProcessById(process);
        victim.Kill();
        await victim.WaitForExitAsync(Stop);
    }

    private static async Task<string?> Ask(EmbeddedPostgres postgres, string question)
    {
        await using var db = NpgsqlDataSource.Create(postgres.ConnectionString + ";Pooling=false");
#pragma warning disable CA2100 // every text stands in this file
        await using var command = db.CreateCommand(question);
#pragma warning restore CA2100
        return (string?)await command.ExecuteScalarAsync(Stop);
    }

    private static async Task Tell(EmbeddedPostgres postgres, string statement) => await Ask(postgres, statement);
}
