using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stories;
using Story = Kim.Market.Domain.Stories.Story;

namespace Kim.Market.Domain.Tests.Stories;

public class StoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Story> Id = Id<Story>.New();
    private static readonly Id<Group> Kim = Id<Group>.New();
    private static readonly Id<Business> Shop = Id<Business>.New();
    private static readonly Id<Product> Goods = Id<Product>.New();
    private static readonly StoryBlock[] Blocks = StoryBlock.Of("Dibuat Bu Contoh.", null, "Digoreng dua kali.", null);

    [Fact]
    public void A_KIM_tells_of_a_business_and_its_goods()
    {
        var told = Assert.IsType<StoryWritten>(Assert.Single(Write(" Amplang kampung ")));

        Assert.Equal((Id, Kim, "Amplang kampung", "amplang-kampung", Now), (told.Story, told.Group, told.Title, told.Slug, told.At));
        Assert.Equal(Blocks, told.Blocks);
        Assert.Equal([Shop], told.Businesses);
        Assert.Equal([Goods], told.Products);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_story_has_a_title(string title) => Write(title).ThenRefused(StoryRefusals.TitleLength);

    [Fact]
    public void A_title_and_a_part_fit_to_the_letter_and_no_further()
    {
        Assert.Null(Write(new string('a', Limits.Name)).Refusal);
        Write(new string('a', Limits.Name + 1)).ThenRefused(StoryRefusals.TitleLength);
        Assert.Null(Write(blocks: StoryBlock.Of(new string('a', Limits.StoryBlock), null, null, null)).Refusal);
        Write(blocks: StoryBlock.Of(new string('a', Limits.StoryBlock + 1), null, null, null)).ThenRefused(StoryRefusals.BlockLength);
    }

    [Fact]
    public void A_story_says_something() => Write(blocks: StoryBlock.Of(" ", "\n\n", null, "")).ThenRefused(StoryRefusals.Empty);

    [Fact]
    public void No_part_is_told_twice() =>
        Write(blocks: [new(StoryPart.People, "Bu Contoh."), new(StoryPart.People, "Pak Contoh.")]).ThenRefused(StoryRefusals.PartTwice);

    [Theory]
    [InlineData("Hubungi 0812 3456 7890")]
    [InlineData("NIK 6402150101900001")]
    public void A_number_of_a_person_stands_in_no_story(string text)
    {
        Write(text).ThenRefused(StoryRefusals.HoldsNumber);
        Write(blocks: StoryBlock.Of(null, null, text, null)).ThenRefused(StoryRefusals.HoldsNumber);
    }

    [Fact]
    public void A_story_is_about_somebody() => Story.Write(Id, Kim, "Amplang", "amplang", Blocks, [], [], Now).ThenRefused(StoryRefusals.OfNobody);

    [Fact]
    public void It_tells_of_thirty_at_most_and_of_each_once()
    {
        var many = Enumerable.Range(0, Limits.StorySubjects).Select(_ => Id<Product>.New()).ToArray();

        Story.Write(Id, Kim, "Amplang", "amplang", Blocks, [Shop], many, Now).ThenRefused(StoryRefusals.TooManySubjects);
        var written = Assert.IsType<StoryWritten>(Assert.Single(Story.Write(Id, Kim, "Amplang", "amplang", Blocks, [Shop, Shop], [Goods, Goods], Now)));
        Assert.Equal([Shop], written.Businesses);
        Assert.Equal([Goods], written.Products);
    }

    [Fact]
    public void An_address_is_one() => Story.Write(Id, Kim, "Amplang", "Bukan Alamat", Blocks, [Shop], [], Now).ThenRefused(StoryRefusals.BadSlug);

    [Fact]
    public void What_is_changed_is_told_whole_and_the_same_again_is_nothing()
    {
        var story = Known();
        var changed = StoryBlock.Of("Dibuat Bu Contoh.", "Di tepi sungai.", null, null);
        var decision = story.Change("Amplang tepi sungai", changed, [Shop], [], Now);

        var told = Assert.IsType<StoryChanged>(Assert.Single(decision));
        Assert.Equal("Amplang tepi sungai", told.Title);
        Assert.Equal(changed, told.Blocks);
        Assert.Empty(told.Products);
        Known(told).Change(" Amplang tepi sungai ", changed, [Shop], [], Now).Then();
    }

    [Fact]
    public void A_change_is_looked_at_like_a_new_story()
    {
        Known().Change("", Blocks, [Shop], [], Now).ThenRefused(StoryRefusals.TitleLength);
        Known().Change("Amplang", Blocks, [], [], Now).ThenRefused(StoryRefusals.OfNobody);
    }

    [Fact]
    public void It_is_taken_away_and_shown_again_and_asked_twice_nothing_more_happens()
    {
        Known().Withdraw(Now).Then(new StoryWithdrawn(Now));
        var away = Known(new StoryWithdrawn(Now));
        away.Withdraw(Now).Then();
        away.Change("Lain", Blocks, [Shop], [Goods], Now).ThenRefused(StoryRefusals.IsWithdrawn);
        away.ShowAgain(Now).Then(new StoryShownAgain(Now));
        Known(new StoryWithdrawn(Now), new StoryShownAgain(Now)).ShowAgain(Now).Then();
    }

    [Fact]
    public void Text_is_tidied_and_keeps_its_paragraphs()
    {
        var block = Assert.Single(StoryBlock.Of("\r\n  Satu. \r\nMasih satu.\r\n\r\n\r\n \r\nDua.\n\n", " ", null, null));

        Assert.Equal(new StoryBlock(StoryPart.People, "Satu.\nMasih satu.\n\nDua."), block);
    }

    private static Decision<StoryEvent> Write(string title = "Amplang kampung", StoryBlock[]? blocks = null) =>
        Story.Write(Id, Kim, title, "amplang-kampung", blocks ?? Blocks, [Shop], [Goods], Now);

    private static StoryWritten Written(string title) => (StoryWritten)Assert.Single(Story.Write(Id, Kim, title, "amplang-kampung", Blocks, [Shop], [Goods], Now));

    private static Story Known(params StoryEvent[] then) => Given.History<Story, StoryEvent>([Written("Amplang kampung"), .. then]);
}
