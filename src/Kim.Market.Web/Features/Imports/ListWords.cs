using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Imports;

/// <summary>Where a list stands, in words.</summary>
public static class ListWords
{
    public static string Of(ImportState state, Words words) => state switch
    {
        ImportState.Checked => words["belum disimpan"],
        ImportState.Running => words["sedang disimpan"],
        ImportState.Done => words["tersimpan"],
        ImportState.Undoing => words["sedang diurungkan"],
        _ => words["diurungkan"],
    };
}
