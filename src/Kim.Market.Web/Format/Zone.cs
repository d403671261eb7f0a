namespace Kim.Market.Web.Format;

/// <summary>One of the three times of Indonesia; there is no summer time, so an offset is enough.</summary>
public sealed record Zone(string Name, TimeSpan Offset)
{
    public static readonly Zone Wib = new("WIB", TimeSpan.FromHours(7));
    public static readonly Zone Wita = new("WITA", TimeSpan.FromHours(8));
    public static readonly Zone Wit = new("WIT", TimeSpan.FromHours(9));

    /// <summary>The zone of an IANA id such as <c>Asia/Makassar</c>.</summary>
    public static Zone Of(string id) => id switch
    {
        "Asia/Jakarta" or "Asia/Pontianak" => Wib,
        "Asia/Makassar" => Wita,
        "Asia/Jayapura" => Wit,
        _ => throw new ArgumentException($"'{id}' is not a time zone of Indonesia.", nameof(id)),
    };
}
