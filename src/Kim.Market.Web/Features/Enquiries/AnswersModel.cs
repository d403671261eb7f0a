using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>A page on which everybody sees what was asked and when it was answered, row by row, without a name.</summary>
public abstract class AnswersModel : PageModel
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public AnswerShare Share { get; private set; } = null!;

    public Slice<PublicEnquiry> Rows { get; private set; } = new([], false);

    /// <summary>Whose answers these are.</summary>
    public string Name { get; protected set; } = "";

    /// <summary>Where that is read.</summary>
    public abstract string Back { get; }

    /// <summary>Where one asks.</summary>
    public abstract string Ask { get; }

    public string? Next => Rows.Next(row => $"{Back}/tanya-jawab?sesudah={Cursor.Of(row.MadeAt, row.EnquiryId)}");

    protected void Show((AnswerShare Share, List<PublicEnquiry> Rows) found)
    {
        (Share, Rows) = (found.Share, Slice<PublicEnquiry>.Of(found.Rows, EnquiryPages.PageSize));
        var tags = PageTags.Of(HttpContext).Add(PageDrops.Enquiries).Add(PageDrops.Catalogue);
        if (Share.Next is { } next)
        {
            tags.Until(next); // one more of them is over its time then
        }
    }
}
