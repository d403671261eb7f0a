using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Pulses;

/// <summary>What a KIM did, in words.</summary>
public static class PulseWords
{
    public static string Of(Act act, Words words) => act.What switch
    {
        ActKind.Opened => words["KIM mulai aktif"],
        ActKind.StallApproved => words["{0} disetujui", act.Subject ?? ""],
        ActKind.ProductShown => words["{0} tayang", act.Subject ?? ""],
        _ => words["Pesanan {0} selesai", act.Subject ?? ""],
    };
}
