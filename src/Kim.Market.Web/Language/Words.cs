using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using System.Text;
using Kim.Market.Domain;
using Microsoft.AspNetCore.Html;

namespace Kim.Market.Web.Language;

/// <summary>
/// What the site says, in the language of the request. The Indonesian sentence is the key; refusals and states have
/// a code as key and a sentence in both languages. Views know it as <c>T</c>.
/// </summary>
public sealed class Words
{
    private static readonly Meter Meter = new("Kim.Market");

    private static readonly Counter<long> Missing = Meter.CreateCounter<long>(
        "kim.words.missing", description: "Sentences shown in Indonesian on an English page");

    private readonly FrozenDictionary<string, string> _indonesian;
    private readonly FrozenDictionary<string, string> _english;
    private readonly ConcurrentDictionary<string, CompositeFormat> _formats = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Enum, string> _codes = new();
    public Words()
        : this(WordsFile.Read("Words.id.resx"), WordsFile.Read("Words.en.resx"))
    {
    }

    internal Words(IReadOnlyDictionary<string, string> indonesian, IReadOnlyDictionary<string, string> english) =>
        (_indonesian, _english) = (indonesian.ToFrozenDictionary(), english.ToFrozenDictionary());

    /// <summary>The sentence as plain text; a view encodes it on output like any string.</summary>
    public string this[string sentence] => Find(sentence);

    /// <summary>The sentence with its holes filled: numbers, money and dates in the site's formats.</summary>
    /// <remarks>English has plurals: <c>{0:order|orders}</c> is the first word for one, else the second.</remarks>
    public string this[string sentence, params ReadOnlySpan<object?> values] =>
        string.Format(WordFormat.Instance, FormatOf(Find(sentence)), values);

    /// <summary>A refusal as a sentence.</summary>
    public string Of(Refusal refusal) => this[refusal.Code, refusal.Detail];

    /// <summary>A state as a word: <c>OrderStatus.Placed</c> is <c>order.status.Placed</c>.</summary>
    public string Of(Enum state) => Find(_codes.GetOrAdd(state, CodeOf));

    /// <summary>A sentence that carries markup, such as a link; the values are encoded, the sentence is ours.</summary>
    public IHtmlContent Html(string sentence, params object?[] values) =>
        new HtmlFormattableString(WordFormat.Instance, Find(sentence), values);

    internal static string CodeOf(Enum state)
    {
        var code = new StringBuilder();
        foreach (var letter in state.GetType().Name)
        {
            code.Append(char.IsUpper(letter) && code.Length > 0 ? "." : "").Append(char.ToLowerInvariant(letter));
        }

        return code.Append('.').Append(state).ToString();
    }

    private string Find(string key)
    {
        if (Languages.IsEnglish)
        {
            if (_english.TryGetValue(key, out var english))
            {
                return english;
            }

            Missing.Add(1);
        }

        return _indonesian.GetValueOrDefault(key, key);
    }

    private CompositeFormat FormatOf(string text) => _formats.GetOrAdd(text, CompositeFormat.Parse);
}
