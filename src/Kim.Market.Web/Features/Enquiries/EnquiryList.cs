namespace Kim.Market.Web.Features.Enquiries;

/// <summary>One page of enquiries on a desk.</summary>
/// <param name="Path">The list's own address.</param>
/// <param name="CasePath">Where one of them is opened, up to its id.</param>
public sealed record EnquiryList(Slice<DeskEnquiry> Rows, bool IsWaiting, string Path, string CasePath, DateTimeOffset Now)
{
    public string? Next => Rows.Next(row =>
        $"{Path}?sesudah={Cursor.Of(IsWaiting ? row.DueAt : row.MadeAt, row.EnquiryId)}" + (IsWaiting ? "" : "&keadaan=dijawab"));

    public static EnquiryList Of(IReadOnlyList<DeskEnquiry> rows, bool waiting, string path, string casePath, DateTimeOffset now) =>
        new(Slice<DeskEnquiry>.Of(rows, EnquiryBook.PageSize), waiting, path, casePath, now);
}
