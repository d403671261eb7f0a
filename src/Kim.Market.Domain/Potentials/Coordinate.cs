using System.Globalization;

namespace Kim.Market.Domain.Potentials;

/// <summary>A point on the ground, to about a metre.</summary>
public sealed record Coordinate(decimal Latitude, decimal Longitude)
{
    private const int Decimals = 5;

    /// <summary>Between Sabang and Merauke, Miangas and Rote, with a little sea around.</summary>
    public bool LiesInIndonesia() => Latitude is >= -11.2m and <= 6.2m && Longitude is >= 94.9m and <= 141.1m;

    public Coordinate Tidy() => new(decimal.Round(Latitude, Decimals), decimal.Round(Longitude, Decimals));

    /// <summary>Reads what map programs give to copy: <c>-0.50123, 116.12345</c>.</summary>
    public static bool TryParse(string? typed, out Coordinate? point)
    {
        point = null;
        if ((typed ?? "").Split(',', StringSplitOptions.TrimEntries) is not [var latitude, var longitude]
            || !Read(latitude, out var north) || !Read(longitude, out var east))
        {
            return false;
        }

        point = new Coordinate(north, east).Tidy();
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.0####}, {Longitude:0.0####}");

    private static bool Read(string text, out decimal degrees)
    {
        degrees = 0;
        return text.Length <= 20 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees);
    }
}
