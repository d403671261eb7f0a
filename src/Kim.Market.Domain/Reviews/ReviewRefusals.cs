namespace Kim.Market.Domain.Reviews;

public static class ReviewRefusals
{
    public static readonly Refusal NotBought = new("review.not_bought");
    public static readonly Refusal NoStars = new("review.no_stars");
    public static readonly Refusal TooLong = new("review.too_long", Limits.Note);
    public static readonly Refusal NoReply = new("review.no_reply");
    public static readonly Refusal NoteLength = new("review.note_length", Limits.Remark);
    public static readonly Refusal ChangedOften = new("review.changed_often");
}
