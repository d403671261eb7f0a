using Microsoft.Extensions.Localization;

namespace Kim.Market.Web.Language;

/// <summary>Lets the framework's annotations speak through <see cref="Words"/>.</summary>
internal sealed class WordsLocalizer(Words words) : IStringLocalizer
{
    public LocalizedString this[string name] => new(name, words[name]);

    public LocalizedString this[string name, params object[] arguments] => new(name, words[name, arguments]);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
