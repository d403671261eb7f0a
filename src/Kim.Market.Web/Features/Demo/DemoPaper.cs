using System.Globalization;
using System.Text;
using Kim.Market.Web.Features.Papers;

namespace Kim.Market.Web.Features.Demo;

/// <summary>A sheet of a demo, to be uploaded where real people upload a scan.</summary>
internal static class DemoPaper
{
    /// <param name="text">Plain letters on one line, without brackets.</param>
    public static Paper Saying(string text)
    {
        var drawn = $"BT /F 18 Tf 60 500 Td ({text}) Tj ET\n";
        return new(Paper.Pdf, Encoding.ASCII.GetBytes(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
            + string.Create(CultureInfo.InvariantCulture, $"4 0 obj<</Length {drawn.Length}>>stream\n{drawn}endstream endobj\n")
            + "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"));
    }
}
