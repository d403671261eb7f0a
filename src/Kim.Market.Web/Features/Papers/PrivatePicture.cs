namespace Kim.Market.Web.Features.Papers;

/// <summary>Answers with a picture that concerns few: kept nowhere, and no page even where a browser takes it for one.</summary>
public static class PrivatePicture
{
    /// <param name="picture">Null for what is not there, or not theirs to see.</param>
    public static IResult Answer(Paper? picture, HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return picture is null ? TypedResults.NotFound() : TypedResults.File(picture.Content, picture.Type);
    }
}
