using System.Globalization;
using System.Text;
using Kim.Market.Web.Features.Imports;
using Kim.Market.Web.Tables;

namespace Kim.Market.Web.Tests.Imports;

/// <summary>Columns are known by what people call them; what is a person's own is not read, whatever it is called.</summary>
public class ColumnNameTests
{
    [Theory]
    [InlineData("Nama Usaha", ListColumn.Name)]
    [InlineData("NAMA UMKM", ListColumn.Name)]
    [InlineData("Nama Usaha/Merek", ListColumn.Name)]
    [InlineData("nama_usaha", ListColumn.Name)]
    [InlineData("Merk Dagang", ListColumn.Name)]
    [InlineData("Desa", ListColumn.Village)]
    [InlineData("Desa/Kelurahan", ListColumn.Village)]
    [InlineData("KEL.", ListColumn.Village)]
    [InlineData("Kecamatan", ListColumn.District)]
    [InlineData("KEC", ListColumn.District)]
    [InlineData("No. HP", ListColumn.Phone)]
    [InlineData("No Telp/WA", ListColumn.Phone)]
    [InlineData("Nomor WhatsApp", ListColumn.Phone)]
    [InlineData("No. HP Pemilik", ListColumn.Phone)]
    [InlineData("Alamat", ListColumn.Address)]
    [InlineData("Alamat Usaha", ListColumn.Address)]
    [InlineData("Jenis Usaha", ListColumn.Category)]
    [InlineData("Bidang Usaha", ListColumn.Category)]
    [InlineData("Kategori", ListColumn.Category)]
    public void A_column_of_businesses_is_known_by_its_name(string typed, ListColumn column) =>
        Assert.Equal(column, ColumnName.Of(typed).OfBusinesses());

    [Theory]
    [InlineData("Nama KIM", ListColumn.Name)]
    [InlineData("Kelurahan", ListColumn.Village)]
    [InlineData("Kecamatan", ListColumn.District)]
    [InlineData("Dasar Pembentukan KIM", ListColumn.Founded)]
    [InlineData("Dasar", ListColumn.Basis)]
    [InlineData("Tema", ListColumn.Theme)]
    [InlineData("Nomor SK", ListColumn.DecreeNumber)]
    [InlineData("Tanggal SK", ListColumn.DecreeDate)]
    [InlineData("SK ditetapkan oleh", ListColumn.DecreeIssuer)]
    [InlineData("ID kim.id", ListColumn.NationalId)]
    [InlineData("Tahun Berdiri", ListColumn.Founded)]
    [InlineData("Anggota L", ListColumn.Men)]
    [InlineData("Anggota Perempuan", ListColumn.Women)]
    public void A_column_of_a_register_of_KIM_is_known_by_its_name(string typed, ListColumn column) =>
        Assert.Equal(column, ColumnName.Of(typed).OfGroups());

    [Theory]
    [InlineData("NIK")]
    [InlineData("No. KTP")]
    [InlineData("NIK/No KTP Pemilik")]
    [InlineData("Nomor Induk Kependudukan")]
    [InlineData("No KK")]
    [InlineData("Nomor Kartu Keluarga")]
    [InlineData("Tgl Lahir")]
    [InlineData("TEMPAT, TANGGAL LAHIR")]
    [InlineData("TTL")]
    [InlineData("Nama Ibu Kandung")]
    [InlineData("Nama Pemilik")]
    [InlineData("Nama Pemilik Usaha")]
    [InlineData("Nama Pelaku Usaha")]
    [InlineData("Nama Lengkap")]
    [InlineData("Alamat Rumah")]
    [InlineData("Alamat Pemilik")]
    [InlineData("Jenis Kelamin")]
    [InlineData("NPWP")]
    [InlineData("No Rekening")]
    [InlineData("Agama")]
    [InlineData("Usia")]
    [InlineData("E-mail")]
    public void What_is_a_persons_own_is_not_read(string typed)
    {
        var column = ColumnName.Of(typed);

        Assert.True(column.IsPersonal);
        Assert.Null(column.OfBusinesses());
    }

    [Fact]
    public void A_name_that_may_be_a_persons_is_no_name_of_a_business() => Assert.Null(ColumnName.Of("Nama").OfBusinesses());

    [Theory]
    [InlineData("6402151234560001", true)]
    [InlineData("6402.1512.3456.0001", true)]
    [InlineData("'6402151234560001", true)]
    [InlineData("64 02 15 123456 0001", true)]
    [InlineData("081234567890", false)]
    [InlineData("64021512345600012", false)]
    [InlineData("RT 3 6402151234560001", false)]
    public void A_NIK_is_known_by_its_sixteen_digits(string cell, bool isNik) => Assert.Equal(isNik, Sheet.IsNik(cell));

    [Fact]
    public void A_column_that_holds_NIK_is_left_out_whatever_it_is_called()
    {
        // every tenth row; the others are empty or harmless
        var rows = string.Concat(Enumerable.Range(1, 100).Select(n => string.Create(
            CultureInfo.InvariantCulture, $"Dapur {n};Batuah;{(n % 10 == 0 ? $"64021512345600{n:00}" : "0812")}\n")));
        var sheet = Open("DAFTAR UMKM 2026\n\nNama Usaha;Desa;No HP\n" + rows);

        Assert.Equal(["Nama Usaha", "Desa"], sheet.Taken);
        Assert.Equal(["No HP"], sheet.Personal);
        Assert.All(sheet.Rows(), row => Assert.Equal("", row[ListColumn.Phone]));
        Assert.Equal((100, 4), (sheet.Rows().Count(), sheet.Rows().First().Number));
    }

    [Fact]
    public void The_names_of_columns_may_stand_below_titles_and_in_any_order()
    {
        var sheet = Open("PEMERINTAH KABUPATEN\nDATA UMKM;TAHUN 2026;x;y;z\nNo;KECAMATAN;NAMA USAHA;NIK;DESA\n1;Sanga Sanga;Dapur;6402151234560001;Sari Jaya\n");
        var row = Assert.Single(sheet.Rows());

        Assert.Equal(("Dapur", "Sari Jaya", "Sanga Sanga"), (row[ListColumn.Name], row[ListColumn.Village], row[ListColumn.District]));
        Assert.Equal(["NIK"], sheet.Personal);
        Assert.Equal(["No"], sheet.Ignored);
    }

    [Theory]
    [InlineData("sarijaya", "sarijya", true)]
    [InlineData("sarijaya", "sarijayaa", true)]
    [InlineData("sarijaya", "srajijaya", false)]
    [InlineData("sarijaya", "asrijaya", true)]
    [InlineData("sarijaya", "sarimaya", true)]
    [InlineData("batuah", "batuak", true)]
    [InlineData("batuah", "bukit", false)]
    public void One_slip_of_the_finger_is_forgiven(string right, string typed, bool isSlip) => Assert.Equal(isSlip, VillageIndex.IsSlip(right, typed));

    [Theory]
    [InlineData("Sanga-Sanga", "SANGA SANGA")]
    [InlineData("Kampung Baru", "DESA KAMPUNG BARU")]
    [InlineData("Sari Jaya", "Kel. Sari Jaya")]
    [InlineData("Sari Jaya", "Ds sari jaya")]
    public void A_place_has_one_key_however_it_is_written(string name, string typed) => Assert.Equal(VillageIndex.Key(name), VillageIndex.Key(typed));

    private static Sheet Open(string text) =>
        Sheet.Open(TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), TableLimits.List), name => name.OfBusinesses());
}
