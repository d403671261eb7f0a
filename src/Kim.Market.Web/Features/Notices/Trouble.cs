namespace Kim.Market.Web.Features.Notices;

/// <summary>How somebody is reached outside of the site. The numbers are stored.</summary>
public enum Channel
{
    Push = 0,
    Mail = 1,
}

/// <summary>Why something did not arrive: all that is kept of it, for whatever else a server says may name somebody. The numbers are stored.</summary>
public enum Trouble
{
    /// <summary>There was no answer.</summary>
    Unreachable = 0,

    /// <summary>The answer was: later.</summary>
    Busy = 1,

    /// <summary>The answer was: no.</summary>
    Refused = 2,

    /// <summary>There is nobody there any more.</summary>
    Gone = 3,

    /// <summary>The node that had it in its hands ended: it may have arrived.</summary>
    Unknown = 4,

    /// <summary>Where it should go cannot be read any more.</summary>
    Unreadable = 5,
}

/// <summary>Something did not arrive. Says nothing of where it should have gone.</summary>
public sealed class NotDeliveredException : Exception
{
    public NotDeliveredException(Trouble trouble)
        : base($"Not delivered: {trouble}.") => Trouble = trouble;

    public Trouble Trouble { get; }
}
