using Kim.Market.Domain;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Language;

/// <summary>How a value looks inside a sentence.</summary>
internal sealed class WordFormat : IFormatProvider, ICustomFormatter
{
    public static readonly WordFormat Instance = new();

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) =>
        format?.IndexOf('|', StringComparison.Ordinal) is >= 0 and var bar
            ? arg is 1 or 1L ? format[..bar] : format[(bar + 1)..]
            : AsText(arg);

    private static string AsText(object? value) => value switch
    {
        null => "",
        string text => text,
        int number => NumberFormat.Whole(number),
        long number => NumberFormat.Whole(number),
        decimal number => NumberFormat.Exact(number),
        Rupiah money => RupiahFormat.Full(money),
        DateOnly day => DateFormat.Full(day),
        DateTimeOffset moment => DateFormat.Moment(moment, Zone.Wita),
        TimeSpan left => DateFormat.Left(left),
        IFormattable other => other.ToString(null, Languages.Indonesian),
        _ => value.ToString() ?? "",
    };
}
