using System.Net;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Imports;
using Kim.Market.Web.Tests.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Imports;

/// <summary>An office's list of UMKM is looked at, saved behind the scenes and taken back; what is a person's own never comes in.</summary>
public class ImportTests(MarketApp app)
{
    private const string Nik = "6402151234560001";

    private readonly Cast _cast = new(app.Services);
    private readonly string _mark = Cast.Mark();

    [Fact]
    public async Task A_list_is_looked_at_saved_and_taken_back()
    {
        var officer = await Sent(await _cast.Officer(), $"""
            DATA UMKM KECAMATAN SANGA SANGA
            No;Nama Usaha;Desa/Kel;Kecamatan;No. HP;NIK;Nama Pemilik;Jenis Usaha;Alamat
            1;Dapur {_mark};Sari Jaya;Sanga Sanga;0812-1111-2222;{Nik};Rina;Kuliner;Jl. Melati RT 3
            2;Kios {_mark};sari jya;Kec. Sanga-Sanga;bukan nomor;{Nik};Budi;Dagang;
            3;dapur {_mark};SARI JAYA;;0812 1111 2222;{Nik};Rina;;
            4;;Sari Jaya;Sanga Sanga;;;;;
            5;Warung {_mark};Desa Entah;;;;;;
            6;Toko {Nik};Sari Jaya;Sanga Sanga;;;;;
            7;Dapur {_mark};Sari Jaya;Sanga Sanga;0812-9999-0000;;;;
            """);

        Assert.Equal(("3", "1", "3", "1"), (officer.Text("good"), officer.Text("twice"), officer.Text("wrong"), officer.Text("noted")));
        Assert.Equal("Kolom ini tidak dibaca dan tidak disimpan: NIK, Nama Pemilik", officer.Text("[data-test=personal] b"));
        Assert.Equal("No", officer.Text("ignored"));
        Assert.Equal(
            [
                "6–Namanya kosong. Isi, atau hapus barisnya.tidak disimpan",
                $"7Warung {_mark}Desa “Desa Entah” tidak ada di wilayah dinas ini. Periksa ejaannya.tidak disimpan",
                "8–Di kolom nama ada nomor panjang seperti nomor HP. Hapus nomornya.tidak disimpan",
                $"4Kios {_mark}Nomor HP-nya tidak terbaca, jadi tidak disimpan. Contoh yang benar: 0812-3456-7890.disimpan, ada yang dilewati",
                $"5dapur {_mark}Baris yang sama sudah ada di atas dalam berkas ini.dilewati, sudah ada",
            ], officer.Texts("said-row"));
        Assert.Empty(await Entries());

        var address = officer.Path;
        var table = await officer.Http.GetStringAsync(address + "?handler=Errors", TestContext.Current.CancellationToken);
        Assert.Equal(6, table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain(Nik, table, StringComparison.Ordinal);

        await officer.Submit("save-list");
        await officer.Visit(await Ended(officer, address));
        Assert.Equal("3 baris tersimpan", officer.Text("[data-test=notice] b"));
        Assert.Equal([$"Dapur {_mark}|64.02.15.1004|Kuliner|0", $"Dapur {_mark}|64.02.15.1004||0", $"Kios {_mark}|64.02.15.1004|Dagang|0"], await Entries());
        Assert.Equal((2, 2, 3), await Secrets());
        Assert.Empty(await app.Services.GetRequiredService<Rebuild>().VerifyAsync("directory_entries", null, TestContext.Current.CancellationToken));

        await officer.Submit("undo-list");
        await officer.Visit(await Ended(officer, address));
        Assert.Equal("Diurungkan: 3 baris dicabut", officer.Text("[data-test=notice] b"));
        Assert.All(await Entries(), entry => Assert.EndsWith("|2", entry, StringComparison.Ordinal));
        Assert.Equal((0, 0, 0), await Secrets());
        Assert.Null(officer.Find("undo-list"));
    }

    [Fact]
    public async Task Nothing_of_a_refused_column_is_anywhere_in_the_database()
    {
        var (nik, mother) = ($"640215{Random.Shared.NextInt64(1_000_000_000, 9_999_999_999)}", $"Ibu{_mark}");
        await Sent(await _cast.Officer(), $"Nama Usaha,Desa,NIK,Nama Ibu,No HP\nDapur {_mark},\"Sari Jaya, Sanga Sanga\",{nik},{mother},{nik}\nKios {nik},Entah {nik},,,0812\nA,{nik},,,\n");

        foreach (var table in await app.Db.QueryAsync(
            $"select format('%I.%I', table_schema, table_name) from information_schema.tables where table_schema in ('app', 'vault', 'events', 'read') and table_name <> 'regions'",
            row => row.GetString(0), default))
        {
            await using var command = app.Db.CreateCommand($"select count(*) from {table} t where t::text like $1 or t::text like $2");
            command.Parameters.Add(new() { Value = $"%{nik}%" });
            command.Parameters.Add(new() { Value = $"%{mother}%" });
            Assert.True((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! == 0, table);
        }
    }

    [Fact]
    public async Task What_the_market_knows_already_is_found_by_name_village_and_number()
    {
        var shop = await _cast.Stall($"Dapur {_mark}");
        Assert.NotNull(shop);
        var text = $"Nama Usaha,Desa,Kecamatan,HP\nDAPUR {_mark},Sari Jaya,Sanga Sanga,0812-1\nKios {_mark},Sari Jaya,Sanga Sanga,081211112222\n";
        var officer = await Sent(await _cast.Officer(), text);
        Assert.Equal(("1", "1"), (officer.Text("good"), officer.Text("twice")));
        Assert.Contains("Sudah punya lapak di sini.", officer.Text("said-row"), StringComparison.Ordinal);

        // looked at before the first is saved: what has come in meanwhile is left out when its turn comes
        var late = await Sent(await _cast.Officer(), text);
        await officer.Submit("save-list");
        await Ended(officer, officer.Path);
        await late.Submit("save-list");
        await late.Visit(await Ended(late, late.Path));
        Assert.Equal("0 baris tersimpan", late.Text("[data-test=notice] b"));
        Assert.Single(await Entries());

        var again = await Sent(await _cast.Officer(), $"Nama Usaha,Desa,Kecamatan,HP\nKios {_mark},Sari Jaya,Sanga Sanga,0813-2222-3333\nkios  {_mark},Sari Jaya,Sanga Sanga,\n");
        Assert.Equal(("1", "1"), (again.Text("good"), again.Text("twice")));
        await again.Submit("discard-list");
        Assert.Contains("dibuang", again.Text("flash"), StringComparison.Ordinal);
        Assert.Equal((1, 1, 1), await Secrets());
    }

    [Fact]
    public async Task A_node_that_dies_between_two_steps_leaves_nothing_half_done_and_another_goes_on()
    {
        await using var connection = await app.Db.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var mine = await SessionLock.TakeAsync(connection, ImportWorker.Lock, TestContext.Current.CancellationToken);
        var officer = await Sent(await _cast.Officer(), "Nama Usaha\tDesa\n" + string.Concat(Enumerable.Range(1, 45).Select(n => $"Usaha {n:00} {_mark}\tSari Jaya, Sanga Sanga\n")));
        await officer.Submit("save-list");
        var import = Guid.Parse(officer.Path.Split('/')[^1].AsSpan(0, 36));
        var runner = app.Services.GetRequiredService<ImportRunner>();

        Assert.True(await runner.StepAsync(import, TestContext.Current.CancellationToken, atOnce: 20));
        using (var dying = new CancellationTokenSource())
        {
            var step = runner.StepAsync(import, dying.Token, atOnce: 20);
            await dying.CancelAsync();
            await Record.ExceptionAsync(() => step);
        }

        var half = (await Entries()).Count;
        Assert.True(half is 20 or 40, $"{half} rows are there: a step is whole or not at all.");
        Assert.Equal($"{half} dari 45 baris", (await officer.Visit(officer.Path)).Text("so-far"));

        // two nodes at the same step: one of them does it
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => await Record.ExceptionAsync(() => runner.StepAsync(import, TestContext.Current.CancellationToken, atOnce: 5))));
        Assert.All(both, failure => Assert.True(failure is null or StreamMovedException or Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.NotNullViolation }, failure?.ToString()));

        await mine.DisposeAsync();
        await officer.Visit(await Ended(officer, officer.Path));
        Assert.Equal("45 baris tersimpan", officer.Text("[data-test=notice] b"));
        Assert.Equal(45, (await Entries()).Distinct().Count());
        Assert.Equal(1L, (await app.Db.QueryAsync(
            $"select count(*) from events.mt_events where stream_id = {import} and type = 'import_finished'", row => row.GetInt64(0), default)).Single());
    }

    [Fact]
    public async Task Lists_of_another_region_stay_its_own_and_auditors_send_none()
    {
        var officer = await Sent(await _cast.Officer(), $"Nama Usaha,Desa\nDapur {_mark},\"Sari Jaya, Sanga Sanga\"\n");
        var stranger = app.As(await _cast.Officer("64.71"));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Visit(officer.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Visit(officer.Path + "?handler=Errors")).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.As(await _cast.Officer("64")).Visit(officer.Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.As(await _cast.Officer("64.02", Domain.Offices.OfficeRole.Auditor)).Visit("/dinas/daftar-umkm")).Status);

        // who only reads here and decides elsewhere decides nothing here
        var both = await _cast.Officer("64.71");
        await app.Marketplace.TellAsync(
            await _cast.Office(RegionCode.Parse("64.02")), (Domain.Offices.Office office) => office.Appoint(both, Domain.Offices.OfficeRole.Auditor, app.Clock.GetUtcNow()),
            new Metadata(), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(both).Visit(officer.Path)).Status);
        await officer.Submit("discard-list");
    }

    [Theory]
    [InlineData("Nama,Desa\nRina,Batuah\n", "Ada kolom “Nama”")]
    [InlineData("Nama Usaha,Alamat\nDapur,Batuah\n", "Kolom desa")]
    [InlineData("a,b\n1,2\n", "Kolom nama usaha belum ada")]
    [InlineData("Nama Usaha,Desa\n", "Di bawah judul")]
    [InlineData("", "Pilih dulu berkasnya.")]
    [InlineData("PK\u0003\u0004....", "tidak terbaca sebagai tabel")]
    public async Task A_file_that_is_no_such_list_is_told_what_it_lacks(string text, string why) =>
        Assert.Contains(why, (await Sent(await _cast.Officer(), text)).Text("refusal"), StringComparison.Ordinal);

    [Fact]
    public async Task Excel_comes_in_as_well()
    {
        var officer = app.As(await _cast.Officer());
        await officer.Visit("/dinas/daftar-umkm");
        await officer.Upload("list-form", "Input.File", Workbook.Of(["NAMA UMKM", "KELURAHAN", "KECAMATAN", "NO WA"], [$"Dapur {_mark}", "Sari Jaya", "Sanga Sanga", "81211112222"]));

        Assert.Equal(("1", "0", ""), (officer.Text("good"), officer.Text("wrong"), officer.Text("noted")));
        await officer.Submit("discard-list");
    }

    private async Task<Browser> Sent(Id<Member> officer, string text)
    {
        var browser = await app.As(officer).Visit("/dinas/daftar-umkm");
        return await browser.Upload("list-form", "Input.File", Encoding.UTF8.GetBytes(text));
    }

    private static async Task<string> Ended(Browser officer, string address)
    {
        for (var patience = 0; patience < 150; patience++)
        {
            if ((await officer.Visit(address)).Find("progress") is null)
            {
                return address;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{address} does not end: {officer.Text("progress")}");
    }

    private Task<List<string>> Entries() => app.Db.RowsAsync<string>(
        $"select concat_ws('|', name, village, category, status) from directory_entries where name like {"%" + _mark} order by name, entry_id",
        TestContext.Current.CancellationToken);

    /// <summary>How much is kept of the telephone numbers and addresses of this test's entries.</summary>
    private async Task<(int Keys, int Phones, int Fields)> Secrets() => (await app.Db.QueryAsync(
        $"""
        select (select count(*) from vault.keys k where k.subject = any(e.ids))::int, (select count(*) from app.directory_phones p where p.entry_id = any(e.ids))::int,
               (select count(*) from vault.entries v where v.subject = any(e.ids))::int
        from (select array_agg(entry_id) as ids from directory_entries where name like {"%" + _mark}) e
        """, row => (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)), TestContext.Current.CancellationToken)).Single();
}
