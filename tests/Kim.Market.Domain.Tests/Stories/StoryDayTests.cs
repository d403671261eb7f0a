using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stories;
using Story = Kim.Market.Domain.Stories.Story;

namespace Kim.Market.Domain.Tests.Stories;

/// <summary>A story's places, pictures and day.</summary>
public class StoryDayTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Day = Now.AddDays(5);
    private static readonly Id<Story> Id = Id<Story>.New();
    private static readonly Id<Group> Kim = Id<Group>.New();
    private static readonly StoryTies Ties = new([RegionCode.Parse("64.02.01.2005")], [Id<Potential>.New()]);
    private static readonly StoryBlock[] Blocks = StoryBlock.Of("Kami.", null, null, null, "Dimakan hangat.", "Lampu surya.");
    private static readonly Photo Picture = new(new string('a', 64), "Dua orang di titian");

    [Fact]
    public void A_story_can_be_of_a_village_alone()
    {
        var written = Write(Ties, null);

        Assert.Collection(written, told => Assert.IsType<StoryWritten>(told), tied => Assert.Equal(Ties.Villages, Assert.IsType<StoryTied>(tied).Villages));
        Assert.Equal([StoryPart.People, StoryPart.Use, StoryPart.Hope], Blocks.Select(block => block.Part));
        Story.Write(Id, Kim, "Titian", "titian", Blocks, [], [], Now).ThenRefused(StoryRefusals.OfNobody);
    }

    [Fact]
    public void Its_ties_change_with_it_and_stay_where_nothing_is_said_of_them()
    {
        var story = Begun(Write(Ties, null));
        story.Change("Titian", Blocks, [], [], Now).Then();
        story.Change("Titian", Blocks, [], [], Now, Ties).Then();
        Assert.IsType<StoryTied>(Assert.Single(story.Change("Titian", Blocks, [], [], Now, Ties with { Potentials = [] })));
        story.Change("Titian", Blocks, [], [], Now, StoryTies.None).ThenRefused(StoryRefusals.OfNobody);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(367)]
    public void Its_day_is_still_to_come_and_not_far(int days) => Write(Ties, Now.AddDays(days)).ThenRefused(StoryRefusals.NotLater);

    [Fact]
    public void It_appears_on_its_day_once()
    {
        var waiting = Begun(Write(Ties, Day));
        Assert.False(waiting.IsShown);
        waiting.Appear(Day.AddTicks(-1)).Then();

        var shown = After(waiting, waiting.Appear(Day));
        Assert.True(shown.IsShown);
        shown.Appear(Day.AddDays(1)).Then();
    }

    [Fact]
    public void While_it_waits_it_can_be_changed_shown_or_taken_away()
    {
        var waiting = Begun(Write(Ties, Day));
        Assert.Null(waiting.Change("Titian baru", Blocks, [], [], Now).Refusal);
        Assert.True(After(waiting, waiting.ShowAgain(Now)).IsShown);

        var away = After(waiting, waiting.Withdraw(Now));
        away.Appear(Day).Then();
        away.Change("Titian baru", Blocks, [], [], Now).ThenRefused(StoryRefusals.IsWithdrawn);
    }

    [Fact]
    public void A_picture_has_words_and_stands_there_once()
    {
        var story = Begun(Write(Ties, null));
        story.Picture([Picture with { Alt = " " }], Now).ThenRefused(GalleryRefusals.NeedsWords);
        story.Picture([Picture with { Alt = "Telepon 0812 3456 7890" }], Now).ThenRefused(GalleryRefusals.HoldsNumber);
        story.Picture([Picture, Picture with { Alt = "lagi" }], Now).ThenRefused(GalleryRefusals.Twice);
        story.Picture([.. Enumerable.Range(0, Limits.StoryPhotos + 1).Select(n => new Photo($"{n:x64}", "foto"))], Now).ThenRefused(GalleryRefusals.TooMany(Limits.StoryPhotos));

        var pictured = After(story, story.Picture([Picture], Now));
        pictured.Picture([Picture], Now).Then();
    }

    private static Decision<StoryEvent> Write(StoryTies ties, DateTimeOffset? from) => Story.Write(Id, Kim, "Titian", "titian", Blocks, [], [], Now, ties, from);

    private static Story Begun(Decision<StoryEvent> decided)
    {
        Assert.Null(decided.Refusal);
        return decided.Aggregate((Story?)null, Story.Evolve)!;
    }

    private static Story After(Story state, Decision<StoryEvent> decided)
    {
        Assert.Null(decided.Refusal);
        Assert.NotEmpty(decided);
        return decided.Aggregate(state, Story.Evolve);
    }
}
