using System.Text;
using Kim.Market.Web.Tables;

namespace Kim.Market.Web.Tests.Tables;

/// <summary>Lists as offices send them, and files that only look like lists.</summary>
public class TableFileTests
{
    private static readonly string[] Head = ["Nama Usaha", "Desa", "No. HP"];

    [Theory]
    [InlineData("Nama Usaha,Desa,No. HP\nDapur Bu Rina,Sari Jaya,0812\n")]
    [InlineData("Nama Usaha;Desa;No. HP\r\nDapur Bu Rina;Sari Jaya;0812")]
    [InlineData("Nama Usaha\tDesa\tNo. HP\rx\n\"Dapur Bu Rina\"\tSari Jaya\t0812\n")]
    [InlineData("\uFEFFNama Usaha;Desa;No. HP\nDapur Bu Rina;Sari Jaya;0812\n")]
    public void Any_separator_any_line_end_with_or_without_a_mark(string text)
    {
        var rows = Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal(2, rows.Count);
        Assert.Equal(["Dapur Bu Rina", "Sari Jaya", "0812"], rows[1].Cells);
    }

    [Fact]
    public void Titles_above_and_commas_in_addresses_do_not_mislead()
    {
        var rows = Read(Encoding.UTF8.GetBytes("DAFTAR UMKM, TAHUN 2026\n\nNama;Alamat\nDapur;RT 3, RW 2, Sari Jaya\nKios;RT 1, RW 1\n"));

        Assert.Equal([1, 3, 4, 5], rows.Select(row => row.Number));
        Assert.Equal(["Dapur", "RT 3, RW 2, Sari Jaya"], rows[2].Cells);
    }

    [Fact]
    public void A_quote_may_stand_where_one_block_of_the_file_ends_and_the_next_begins()
    {
        var text = new string('a', 4094) + ",\"b \"\"c\"\" d\"\n";

        Assert.Equal("b \"c\" d", Read(Encoding.UTF8.GetBytes(text), TableLimits.List with { Cell = 5_000 })[0].Cells[1]);
    }

    [Fact]
    public void Letters_of_older_programs_are_read_and_said_to_be_old()
    {
        using var content = new MemoryStream([.. "Nama;Desa\nCaf"u8, 0xE9, .. ";Batuah\n"u8]);
        var file = TableFile.Open(content, TableLimits.List);

        Assert.True(file.HasOldLetters);
        Assert.Equal("Café", file.Lines().Last().Cells[0]);
    }

    [Fact]
    public void The_Unicode_text_of_Excel_is_read_too() =>
        Assert.Equal(["Dapur", "Batuah"], Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Nama\tDesa\nDapur\tBatuah\n")])[1].Cells);

    [Fact]
    public void Excel_is_known_by_its_content_and_numbers_keep_all_their_digits()
    {
        var rows = Read(Workbook.Of(Head, ["Dapur & Kue", "Sari Jaya", "81234567890"], [], ["Kios", "Batuah", "6402151234560001"]));

        Assert.Equal([1, 2, 4], rows.Select(row => row.Number));
        Assert.Equal(["Dapur & Kue", "Sari Jaya", "81234567890"], rows[1].Cells);
        Assert.Equal("6402151234560001", rows[2].Cells[2]);
    }

    [Fact]
    public void A_table_is_read_as_often_as_needed()
    {
        using var content = new MemoryStream(Workbook.Of(Head, ["a", "b", "c"]));
        var file = TableFile.Open(content, TableLimits.List);

        Assert.Equal(file.Lines().Select(row => string.Join('|', row.Cells)), file.Lines().Select(row => string.Join('|', row.Cells)));
    }

    [Fact]
    public void Too_much_of_anything_is_refused_with_its_reason()
    {
        var few = TableLimits.List with { Bytes = 2 * TableLimits.Megabyte, Rows = 3, Cell = 50, Unpacked = 500_000 };
        Refused("table.too_large", new byte[few.Bytes + 1], few);
        Refused("table.too_many_rows", "a,b\n1,2\n1,2\n1,2\n"u8.ToArray(), few);
        Refused("table.too_many_rows", Workbook.Of(["a"], ["b"], ["c"], ["d"]), few);
        Refused("table.cell_too_long", Encoding.UTF8.GetBytes("a,b\n" + new string('x', 60)), few);
        Refused("table.open_quote", Encoding.UTF8.GetBytes("a,b\n\"x,1\ny,2\nz,3\ny,2\nz,3\ny,2\nz,3\ny,2\nz,3\ny,2\nz,3\ny,2\nz,3\n"), few);
        Refused("table.cell_too_long", Workbook.Of(["a"], [new string('x', 60)]), few);
        Refused("table.too_full", Workbook.Of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + new string(' ', 600_000)), few);
        Refused("table.too_many_columns", Workbook.Of("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"), few);
    }

    [Fact]
    public void A_small_file_that_unpacks_to_more_than_any_machine_holds_is_not_unpacked()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var bomb = Workbook.Of("", "<sst>" + new string(' ', 60 * TableLimits.Megabyte) + "</sst>");
        var made = GC.GetAllocatedBytesForCurrentThread() - before;

        Refused("table.too_full", bomb, TableLimits.List);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before - made < 5 * TableLimits.Megabyte);
    }

    [Fact]
    public void What_is_no_table_is_refused_and_never_a_crash()
    {
        byte[][] wrong =
        [
            [.. "PK"u8, 3, 4, 1, 2, 3],
            Workbook.Of("<row r=\"1\"><c r=\"A1\"><v>"),
            Workbook.Of("", """<!DOCTYPE a [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;&a;">]><sst>&c;</sst>"""),
            [.. "a,b\n"u8, 0, 1, 2, 0, 3],
            [.. Workbook.Of(["a", "b"]).Take(400)],
        ];

        Assert.All(wrong, content => Refused("table.unreadable", content, TableLimits.List));
    }

    [Fact]
    public void A_cell_that_points_to_a_word_that_is_not_there_breaks_nothing() =>
        Assert.Empty(Record.Exception(() => Read(Workbook.Of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999999999</v></c></row>"))) is null or TableRefusedException
            ? "" : "crash");

    [Fact]
    public void Excel_of_last_century_and_locked_files_are_told_what_to_do() =>
        Refused("table.old_excel", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], TableLimits.List);

    private static void Refused(string code, byte[] content, TableLimits limits) =>
        Assert.Equal(code, Assert.Throws<TableRefusedException>(() => Read(content, limits)).Refusal.Code);

    private static List<TableLine> Read(byte[] content, TableLimits? limits = null)
    {
        using var stream = new MemoryStream(content);
        return [.. TableFile.Open(stream, limits ?? TableLimits.List).Lines()];
    }
}
