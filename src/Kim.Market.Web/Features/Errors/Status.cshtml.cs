using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Errors;

/// <summary>Shown in place of an answer that has a status and nothing to say; nobody links to it.</summary>
[OpenTo(Audience.Everyone, What = "Membaca penjelasan galat")]
public sealed class StatusModel(Words words) : PageModel
{
    internal const string Route = "/galat";

    internal ErrorText Text { get; private set; } = null!;

    public void OnGet()
    {
        // asked for by its own address it is a page that does not exist
        Response.StatusCode = HttpContext.Features.Get<FailedRequest>()?.Status ?? StatusCodes.Status404NotFound;
        Text = ErrorText.For(Response.StatusCode, words);
    }
}
