using Kim.Market.Domain.Stories;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Stories;

/// <summary>What the parts of a story are called.</summary>
public static class StoryWords
{
    public static string NameOf(this Words words, StoryPart part) => part switch
    {
        StoryPart.People => words["Siapa yang membuat"],
        StoryPart.Place => words["Di mana"],
        StoryPart.Process => words["Cara membuatnya"],
        StoryPart.Proof => words["Buktinya"],
        StoryPart.Use => words["Dinikmati bagaimana, oleh siapa"],
        _ => words["Harapannya"],
    };
}
