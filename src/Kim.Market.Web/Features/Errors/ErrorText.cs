using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Errors;

/// <summary>What is said about an error: what is the case, and what to do now.</summary>
internal sealed record ErrorText(string Title, string Advice)
{
    public static ErrorText For(int status, Words words) => status switch
    {
        400 => new(
            words["Kiriman ini tidak bisa kami baca."],
            words["Kembali ke halaman sebelumnya, muat ulang, lalu kirim sekali lagi. Belum ada yang berubah."]),
        401 => new(
            words["Bagian ini perlu masuk dulu."],
            words["Masuk dengan nomor HP Anda, lalu buka halaman ini lagi."]),
        403 => new(
            words["Bagian ini bukan untuk akun Anda."],
            words["Jika seharusnya boleh, minta pengurus KIM memeriksa hak akun Anda."]),
        404 => new(
            words["Perahunya tidak sampai ke sini."],
            words["Halaman ini sudah dipindah, atau tautannya salah ketik. Barang dan pesanan Anda aman."]),
        405 => new(
            words["Halaman ini tidak menerima kiriman."],
            words["Kembali ke halaman sebelumnya, lalu coba sekali lagi. Belum ada yang berubah."]),
        413 => new(
            words["Kirimannya terlalu besar."],
            words["Pilih foto yang lebih kecil, paling besar 15 MB, lalu kirim sekali lagi."]),
        429 => new(
            words["Terlalu cepat, tunggu sebentar."],
            words["Tunggu satu menit, lalu coba lagi. Yang sudah Anda kirim tidak hilang."]),
        >= 500 => new(
            words["Ada yang rusak di tempat kami."],
            words["Belum ada yang berubah. Coba lagi sebentar; jika masih gagal, sebutkan nomor di bawah ini."]),
        _ => new(
            words["Permintaan ini tidak bisa dipenuhi."],
            words["Kembali ke halaman sebelumnya, lalu coba sekali lagi. Belum ada yang berubah."]),
    };
}
