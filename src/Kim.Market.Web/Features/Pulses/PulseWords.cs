using Kim.Market.Domain.Groups;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Pulses;

/// <summary>What a KIM did, in words.</summary>
public static class PulseWords
{
    public static string Of(Act act, Words words) => act.What switch
    {
        ActKind.Opened => words["KIM mulai aktif"],
        ActKind.StallApproved => words["{0} disetujui", act.Subject ?? ""],
        ActKind.StoryWritten => act.Subject is { } title ? words["Cerita “{0}” ditulis", title] : words["Cerita ditulis, lalu ditarik"],
        ActKind.CoachingAttended => act.Subject is { } coaching ? words["Hadir di “{0}”", coaching] : words["Hadir di pembinaan"],
        ActKind.ProductShown => words["{0} tayang", act.Subject ?? ""],
        _ => words["Pesanan {0} selesai", act.Subject ?? ""],
    };

    /// <summary>What to do, and that it is the least of what would count.</summary>
    public static string Of(PulseStep step, int count, Words words) => step switch
    {
        PulseStep.Wake => words["Paling ringan: aktifkan kembali KIM ini."],
        PulseStep.ApproveGoods => words["Paling ringan: periksa {0} produk yang menunggu tayang.", count],
        PulseStep.ApproveStall => words["Paling ringan: setujui {0} usaha yang menunggu.", count],
        PulseStep.HandOver => words["Paling ringan: ingatkan penjual menandai {0} pesanan siap yang sudah diserahkan.", count],
        PulseStep.ShowAgain => words["Paling ringan: ajak penjual menayangkan lagi {0} produk yang disimpan.", count],
        PulseStep.ListGoods => words["Paling ringan: bantu satu penjual menayangkan produk baru."],
        _ => words["Paling ringan: daftarkan satu usaha di sekitar Anda."],
    };

    /// <summary>How long it stays as it is.</summary>
    public static string Until(PulseView view, Zone zone, Words words) => (view.Pulse, view.ChangesAt) switch
    {
        (GroupPulse.Active, { } day) => words["Tetap aktif sampai {0}, walau tidak ada kegiatan baru.", DateFormat.Full(day, zone)],
        (GroupPulse.Quiet, { } day) => words["Menjadi vakum pada {0} bila tidak ada kegiatan baru.", DateFormat.Full(day, zone)],
        _ => words["Kembali aktif begitu ada usaha disetujui, produk tayang, cerita ditulis, atau pesanan selesai."],
    };
}
