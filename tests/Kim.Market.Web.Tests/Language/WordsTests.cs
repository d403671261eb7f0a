using System.Text.RegularExpressions;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Tests.Language;

/// <summary>Guards everyone: what is written on a page is said in both languages, and nothing else is kept.</summary>
public class WordsTests
{
    private static readonly Dictionary<string, string> Indonesian = WordsFile.Read("Words.id.resx");
    private static readonly Dictionary<string, string> English = WordsFile.Read("Words.en.resx");
    private static readonly List<Spoken> Sentences = [.. SpokenWords.InSources()];
    private static readonly List<Spoken> Codes = [.. SpokenWords.OfTheDomain()];

    [Fact]
    public void Every_sentence_has_its_English()
    {
        var missing = Sentences.Where(said => !English.ContainsKey(said.Key)).ToList();

        Assert.True(missing.Count == 0, Report("Add to src/Kim.Market.Web/Resources/Words.en.resx:", missing));
    }

    [Fact]
    public void Every_refusal_and_every_state_has_both_languages()
    {
        var missing = Codes.Where(code => !Indonesian.ContainsKey(code.Key) || !English.ContainsKey(code.Key)).ToList();

        Assert.True(missing.Count == 0, Report("Add to Words.id.resx and to Words.en.resx in src/Kim.Market.Web/Resources:", missing));
    }

    [Fact]
    public void Nothing_is_translated_that_nobody_says()
    {
        var said = Sentences.Concat(Codes).Select(word => word.Key).ToHashSet();
        var unused = English.Keys.Concat(Indonesian.Keys).Distinct().Where(key => !said.Contains(key)).ToList();

        Assert.True(
            unused.Count == 0,
            "Remove from src/Kim.Market.Web/Resources, or correct to what the page says now:\n"
            + string.Join('\n', unused.Select(key => $"  {key}")));
    }

    [Fact]
    public void Both_languages_have_the_same_holes()
    {
        var torn = English
            .Where(word => !Holes(Indonesian.GetValueOrDefault(word.Key, word.Key)).SetEquals(Holes(word.Value)))
            .Select(word => $"  {word.Key}  →  {word.Value}")
            .ToList();

        Assert.True(torn.Count == 0, "A value is lost or invented on the way to English:\n" + string.Join('\n', torn));
    }

    private static HashSet<string> Holes(string sentence) =>
        [.. Regex.Matches(sentence, @"\{(\d)[}:]").Select(hole => hole.Groups[1].Value)];

    private static string Report(string advice, IEnumerable<Spoken> missing) =>
        advice + "\n" + string.Join('\n', missing.Select(word => $"  <data name=\"{word.Key}\">   said in {word.Where}"));
}
