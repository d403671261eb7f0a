namespace Kim.Market.Web;

/// <summary>What a stream of <typeparamref name="T"/> is called in the store: order, stock, product.</summary>
internal static class StreamKind<T>
{
    public static readonly string Name = typeof(T).Name.ToLowerInvariant();
}
