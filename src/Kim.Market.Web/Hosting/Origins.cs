using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Hosting;

/// <summary>Remembers, along a request or a worker's turn, which part of the program is at work.</summary>
public sealed class Origins : IOrigins
{
    /// <summary>Where nobody has said which part of the program it is.</summary>
    public const string Unnamed = "program";

    private static readonly Origin Program = new(Unnamed);
    private static readonly AsyncLocal<Origin?> Entered = new();

    public Origin? Current => Entered.Value ?? Program;

    /// <summary>Holds until the asynchronous method that calls this ends.</summary>
    /// <param name="via">From our own source; never anything that was typed.</param>
    public static void Enter(string via, string? device = null) => Entered.Value = new(via, device);
}
