using System.Net;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Register;

/// <summary>An office's register comes in as a table, with decrees, and goes as one, save for what people use by then.</summary>
public class GroupListTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);
    private readonly string _mark = Cast.Mark();

    [Fact]
    public async Task A_register_comes_in_with_its_decrees_and_goes_save_for_what_is_used()
    {
        var officer = await Sent($"""
            Nama KIM;Kecamatan;Desa/Kelurahan;Dasar;Tema;Nomor SK;Tanggal SK;Ditetapkan oleh;ID kim.id;Tahun Berdiri;Anggota L;Anggota P;Nama Ketua;NIK Ketua
            KIM {_mark};Sanga Sanga;Sari Jaya;Komunitas;kuliner, wisata;{_mark}/12/2024;12/03/2024;Camat Sanga Sanga;KIM-77;2015;4;6;Budi;6402151234560001
            KIM {_mark} Dua;Sanga Sanga;;Wilayah;;{_mark}/12/2024;12 Maret 2024;Camat;;;;;;
            KIM {_mark} Tiga;Sanga Sanga;Jawa;;;{_mark}/13;kemarin;;;;;;;
            KIM {_mark} Tiga;Sanga Sanga;Jawa;;;;;;;;;;;
            KIM {_mark} Empat;;Desa Entah;;;;;;;;;;;
            """);
        Assert.Equal(("3", "1", "1", "1"), (officer.Text("good"), officer.Text("twice"), officer.Text("wrong"), officer.Text("noted")));
        Assert.Equal("Kolom ini tidak dibaca dan tidak disimpan: Nama Ketua, NIK Ketua", officer.Text("[data-test=personal] b"));
        Assert.Contains(officer.Texts("said-row"), row => row.Contains("SK-nya tidak disimpan", StringComparison.Ordinal));

        var address = officer.Path;
        await officer.Submit("save-list");
        await Ended(officer, address);
        Assert.Equal("3 baris tersimpan", officer.Text("[data-test=notice] b"));
        Assert.Equal(
            [$"KIM {_mark}|64.02.15.1004|1|1|KIM-77|2015|6|4", $"KIM {_mark} Dua|64.02.15|1|0", $"KIM {_mark} Tiga|64.02.15.1001|1|0"], await Groups());
        Assert.Equal([2L], await app.Db.QueryAsync(
            $"select count(*) from decrees d join decree_groups g on g.decree_id = d.decree_id where d.number = {_mark + "/12/2024"} and d.region = '64.02.15'", row => row.GetInt64(0), default));
        var slug = (await app.Db.QueryAsync($"select slug from groups where name = {$"KIM {_mark}"}", row => row.GetString(0), default)).Single();
        Assert.Contains($"{_mark}/12/2024", (await officer.Visit($"/dinas/kim/{slug}")).Text("decree"), StringComparison.Ordinal);

        // one of them has a chair by now
        var led = (await app.Db.QueryAsync($"select group_id from groups where name = {$"KIM {_mark} Dua"}", row => row.GetGuid(0), default)).Single();
        await _cast.Appoint(new Id<Group>(led), Id<Member>.New(), GroupRole.Chair);
        await officer.Visit(address);
        await officer.Submit("undo-list");
        await Ended(officer, address);

        Assert.Equal("Diurungkan: 2 baris dicabut", officer.Text("[data-test=notice] b"));
        Assert.Contains("1 tetap ada", officer.Text("notice"), StringComparison.Ordinal);
        Assert.Equal([$"KIM {_mark} Dua|64.02.15|1|0"], await Groups());
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Visit($"/dinas/kim/{slug}")).Status);
        Assert.Equal([1L], await app.Db.QueryAsync(
            $"select count(*) from decrees d join decree_groups g on g.decree_id = d.decree_id where d.number = {_mark + "/12/2024"}", row => row.GetInt64(0), default));
        var rebuild = app.Services.GetRequiredService<Rebuild>();
        Assert.Empty(await rebuild.VerifyAsync("groups", null, TestContext.Current.CancellationToken));
        Assert.Empty(await rebuild.VerifyAsync("decrees", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_KIM_that_is_in_the_register_does_not_come_in_twice()
    {
        await _cast.Kim($"KIM {_mark}");
        var officer = await Sent($"Nama KIM,Desa,Kecamatan\n{_mark.ToUpperInvariant()},Sari Jaya,Sanga Sanga\nKIM {_mark} Baru,Sari Jaya,Sanga Sanga\n");

        Assert.Equal(("1", "1"), (officer.Text("good"), officer.Text("twice")));
        Assert.Contains("Sudah ada di daftar KIM.", officer.Text("said-row"), StringComparison.Ordinal);
        await officer.Submit("discard-list");
    }

    private async Task<Browser> Sent(string text)
    {
        var browser = await app.As(await _cast.Officer()).Visit("/dinas/kim/impor");
        return await browser.Upload("list-form", "Input.File", Encoding.UTF8.GetBytes(text));
    }

    private static async Task Ended(Browser officer, string address)
    {
        for (var patience = 0; patience < 150; patience++)
        {
            if ((await officer.Visit(address)).Find("progress") is null)
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{address} does not end: {officer.Text("progress")}");
    }

    private Task<List<string>> Groups() => app.Db.RowsAsync<string>(
        $"select concat_ws('|', name, seat, status, basis, national_id, founded_on, founded_in, women, men, has_statutes) from groups where name like {"KIM " + _mark + "%"} order by name",
        TestContext.Current.CancellationToken);
}
