namespace Kim.Market.Web.Features.Shared;

/// <summary>What is wrong with one field, and what to write instead.</summary>
/// <param name="Id">The id of the sentence, for <c>aria-describedby</c>.</param>
public sealed record FieldError(string Id, string Text);
