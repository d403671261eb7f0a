namespace Kim.Market.Domain.Stories;

public static class StoryRefusals
{
    public static readonly Refusal TitleLength = new("story.title_length", Limits.Name);
    public static readonly Refusal Empty = new("story.empty");
    public static readonly Refusal BlockLength = new("story.block_length", Limits.StoryBlock);
    public static readonly Refusal PartTwice = new("story.part_twice");
    public static readonly Refusal HoldsNumber = new("story.holds_number");
    public static readonly Refusal OfNobody = new("story.of_nobody");
    public static readonly Refusal TooManySubjects = new("story.too_many_subjects", Limits.StorySubjects);
    public static readonly Refusal BadSlug = new("story.bad_slug");
    public static readonly Refusal NotLater = new("story.not_later");
    public static readonly Refusal IsWithdrawn = new("story.is_withdrawn");
}
