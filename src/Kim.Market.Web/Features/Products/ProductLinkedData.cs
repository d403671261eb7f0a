using System.Buffers;
using System.Text;
using System.Text.Json;
using Kim.Market.Web.Features.Carts;

namespace Kim.Market.Web.Features.Products;

/// <summary>A product in the words of schema.org, for those who read pages by machine.</summary>
public static class ProductLinkedData
{
    /// <summary>JSON that is safe inside a script element: the writer escapes every sign that could end it.</summary>
    /// <param name="site">Scheme and host the world knows the site by; empty where nobody has set it.</param>
    public static string Of(ProductPage product, string site)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "Product");
            json.WriteString("name", product.Name);
            if (product.About.Length > 0)
            {
                json.WriteString("description", product.About);
            }

            if (product.Photo is { } photo)
            {
                json.WriteString("image", $"{site}/foto/{photo}-1280.jpg");
            }

            if (product.Said is { Average: { } average } said)
            {
                json.WriteStartObject("aggregateRating");
                json.WriteString("@type", "AggregateRating");
                json.WriteNumber("ratingValue", average);
                json.WriteNumber("reviewCount", said.Count);
                json.WriteNumber("bestRating", Domain.Reviews.Review.MostStars);
                json.WriteEndObject();
            }

            json.WriteStartObject("offers");
            json.WriteString("@type", "Offer");
            json.WriteString("url", $"{site}/p/{product.Slug}");
            json.WriteNumber("price", product.Price);
            json.WriteString("priceCurrency", "IDR");
            json.WriteString("availability", "https://schema.org/" + Availability(product.Problem));
            json.WriteStartObject("seller");
            json.WriteString("@type", "Organization");
            json.WriteString("name", product.Business);
            json.WriteString("url", $"{site}/toko/{product.BusinessSlug}");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Availability(LineProblem problem) => problem switch
    {
        LineProblem.None => "InStock",
        LineProblem.Withdrawn => "Discontinued",
        _ => "OutOfStock",
    };
}
