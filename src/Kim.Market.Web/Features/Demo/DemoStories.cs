using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain;
using Kim.Market.Domain.Stories;
using Kim.Market.EventSourcing;
using Story = Kim.Market.Domain.Stories.Story;

namespace Kim.Market.Web.Features.Demo;

/// <summary>What an invented KIM tells of one of its makers.</summary>
public sealed record DemoStory(
    string Business, string Month, string Title, string? People, string? Place, string? Process, string? Proof, string[] Products);

/// <summary>Tells the stories of <c>seeds/demo/stories.json</c>, of those that are in the market.</summary>
internal sealed class DemoStories(DemoMarket market, DemoSupply supply, DemoCalendar calendar, Marketplace marketplace)
{
    // After the evening's entry of the day: by then everything that is told of lies on its stall.
    private const int Evening = 14 * 60;

    public void Plan(DemoAgenda agenda)
    {
        var stories = JsonSerializer.Deserialize(
            File.ReadAllBytes(Path.Combine(DemoSeed.Folder, "demo", "stories.json")), DemoStoryJson.Default.DemoStoryArray)!;
        foreach (var story in stories.Where(story => supply.Businesses.ContainsKey(story.Business)))
        {
            var id = Id<Story>.New();
            var at = calendar.In(story.Month, 21, Evening);
            var business = market.Businesses.Single(business => business.Key == story.Business);
            var kim = supply.Groups[business.Kim];
            var written = Story.Write(
                id, kim, story.Title, Slug.From(story.Title), StoryBlock.Of(story.People, story.Place, story.Process, story.Proof),
                [supply.Businesses[story.Business]], [.. story.Products.Where(supply.Products.ContainsKey).Select(key => supply.Products[key])], at,
                new([RegionCode.Parse(business.Village)], []));
            agenda.At(at, async ct =>
            {
                if (await marketplace.BeginAsync(id, written, new Metadata(At: at), ct) is { } refusal)
                {
                    throw new InvalidOperationException($"'{story.Title}' was refused: {refusal.Code}.");
                }
            });
        }
    }
}

/// <summary>How the file is written: camel case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DemoStory[]))]
internal sealed partial class DemoStoryJson : JsonSerializerContext;
