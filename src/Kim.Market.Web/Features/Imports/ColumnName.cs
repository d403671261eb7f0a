using System.Text;

namespace Kim.Market.Web.Features.Imports;

/// <summary>What stands in a column of somebody's list.</summary>
public enum ListColumn
{
    Name,
    Village,
    District,
    Phone,
    Address,
    Category,
    Basis,
    Theme,
    DecreeNumber,
    DecreeDate,
    DecreeIssuer,
    NationalId,
    Founded,
    Women,
    Men,
}

/// <summary>The name of a column as somebody typed it, and what it means.</summary>
public sealed class ColumnName
{
    private readonly string[] _words;

    private ColumnName(string text, string[] words) => (Text, _words) = (text, words);

    /// <summary>As it was typed, made short.</summary>
    public string Text { get; }

    /// <summary>Holds what is a person's own: it is neither taken over nor kept, whatever list it stands in.</summary>
    public bool IsPersonal =>
        Has("nik", "ktp", "kk", "npwp", "ttl", "lahir", "agama", "umur", "usia", "kelamin", "rekening", "rek", "email", "mail", "nisn", "bpjs", "foto")
        || Starts("ibu") || Has("kandung") || (Has("induk") && Has("kependudukan")) || (Has("kartu") && Has("keluarga")) || (Has("no", "nomor") && Has("identitas"))
        || (Has("pemilik", "pengusaha", "pengurus", "ketua", "penanggung", "pelaku", "owner", "orang", "lengkap", "suami", "istri", "penerima") && !IsPhone && !Has("usaha", "umkm", "kim"))
        || (Has("nama") && Has("pemilik", "pengusaha", "owner", "ketua", "lengkap", "ibu", "orang", "penanggung", "pelaku", "sekretaris", "bendahara"))
        || (Has("alamat") && Has("pemilik", "rumah", "pengusaha", "tinggal", "domisili", "ketua"))
        || (Has("status") && Has("kawin", "perkawinan", "nikah"));

    private bool IsPhone => Has("hp", "wa", "telp", "telpon", "telepon", "tlp", "tel", "whatsapp", "handphone", "phone", "kontak", "ponsel", "nowa", "nohp");

    public static ColumnName Of(string typed)
    {
        var words = new StringBuilder(typed.Length);
        foreach (var letter in typed.ToLowerInvariant())
        {
            words.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
        }

        var text = typed.Trim();
        return new(text.Length > 40 ? text[..40] : text, words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>What a column of a list of businesses holds; null for what is not taken over.</summary>
    public ListColumn? OfBusinesses() =>
        IsPersonal ? null
        : IsPhone ? ListColumn.Phone
        : Has("kecamatan", "kec") ? ListColumn.District
        : IsVillage ? ListColumn.Village
        : Has("alamat") ? ListColumn.Address
        : (Has("bidang", "kategori", "sektor", "klasifikasi", "kbli") || (Has("jenis") && Has("usaha", "produk", "umkm", "industri"))) ? ListColumn.Category
        : (Has("nama") && Has("usaha", "umkm", "toko", "lapak", "brand", "dagang", "perusahaan", "ukm", "ikm")) || Is("usaha") || Is("umkm") || Has("merek", "merk", "brand") ? ListColumn.Name
        : null;

    /// <summary>What a column of a register of KIM holds; null for what is not taken over.</summary>
    public ListColumn? OfGroups() =>
        Has("perempuan", "wanita") || Is("p") || (Has("anggota", "jumlah", "jml") && Has("p")) ? ListColumn.Women
        : Has("laki", "pria") || Is("l") || (Has("anggota", "jumlah", "jml") && Has("l")) ? ListColumn.Men
        : IsPersonal || IsPhone ? null
        : Has("sk") || Has("keputusan") ? (Has("tanggal", "tgl") ? ListColumn.DecreeDate : Has("penerbit", "oleh", "pejabat", "penetap", "dari") ? ListColumn.DecreeIssuer : ListColumn.DecreeNumber)
        : Has("penerbit", "ditetapkan") ? ListColumn.DecreeIssuer
        : (Has("id", "nomor", "no", "kode") && Has("kim")) || Has("kimid") ? ListColumn.NationalId
        : Has("berdiri", "dibentuk", "pembentukan", "terbentuk") ? ListColumn.Founded
        : Has("kecamatan", "kec") ? ListColumn.District
        : IsVillage ? ListColumn.Village
        : Has("dasar", "basis") || (Has("jenis") && Has("kim")) ? ListColumn.Basis
        : Has("tema", "bidang", "fokus", "potensi") ? ListColumn.Theme
        : Has("kim") || Is("nama") || (Has("nama") && Has("kelompok", "komunitas")) ? ListColumn.Name
        : null;

    private bool IsVillage => Has("desa", "kelurahan", "kel", "kampung", "village") || (Has("kode") && Has("wilayah"));

    private bool Is(string word) => _words is [var only] && only == word;

    private bool Has(params ReadOnlySpan<string> some)
    {
        foreach (var word in some)
        {
            if (Array.IndexOf(_words, word) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool Starts(string word) => _words.Length > 0 && _words[0] == word;
}
