namespace Kim.Market.Domain.Harvests;

public static class HarvestRefusals
{
    public static readonly Refusal BadCapacity = new("harvest.capacity", Limits.Stock);
    public static readonly Refusal BadReady = new("harvest.ready");
    public static readonly Refusal BadQueueUntil = new("harvest.queue_until");
    public static readonly Refusal BadAmounts = new("harvest.amounts", Limits.Quantity);
    public static readonly Refusal BadPrice = new("harvest.price");

    public static readonly Refusal QueueOver = new("harvest.queue_over");
    public static readonly Refusal QueueFull = new("harvest.queue_full", Limits.QueuePlaces);
    public static readonly Refusal NoPlace = new("harvest.no_place");
    public static readonly Refusal Ordered = new("harvest.ordered");
    public static readonly Refusal NotOffered = new("harvest.not_offered");
    public static readonly Refusal OfferOver = new("harvest.offer_over");

    public static readonly Refusal AlreadyOpened = new("harvest.already_opened");
    public static readonly Refusal NotOpened = new("harvest.not_opened");
    public static readonly Refusal NotClosed = new("harvest.not_closed");
    public static readonly Refusal Over = new("harvest.over");

    /// <summary>One harvest of a product at a time.</summary>
    public static readonly Refusal Running = new("harvest.running");

    /// <summary>One place in a line for one number.</summary>
    public static readonly Refusal NumberQueues = new("harvest.number_queues");

    /// <summary>The product cannot be had from this seller now.</summary>
    public static readonly Refusal NotOnStall = new("harvest.not_on_stall");

    /// <summary>Less or more than one may queue for.</summary>
    public static Refusal Amount(int least, int most) => new("harvest.amount", $"{least}–{most}");

    /// <summary>A price that was promised does not rise.</summary>
    public static Refusal PriceRaised(Rupiah promised) => new("harvest.price_raised", promised);
}
