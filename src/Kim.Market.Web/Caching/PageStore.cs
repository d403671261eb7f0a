namespace Kim.Market.Web.Caching;

/// <summary>What happens to a page that may be kept but is not there yet.</summary>
internal sealed class PageStore(PageCache cache, PageFlights flights)
{
    /// <param name="isForOne">True where it must say something to whoever asks: it is rendered anew.</param>
    public async Task InvokeAsync(HttpContext context, CachedPageAttribute declared, bool isForOne, RequestDelegate next)
    {
        if (declared.Except.Any(context.Request.Query.ContainsKey))
        {
            await next(context);
            return;
        }

        var query = CanonicalQuery.Of(context.Request.QueryString.Value, declared.VaryBy);
        context.Request.QueryString = query.Length == 0 ? QueryString.Empty : new("?" + query);
        var key = PageKey.Of(context.Request) with { Query = query };
        if (!key.IsReasonable)
        {
            await next(context);
            return;
        }

        if (isForOne)
        {
            await RenderAsync(context, key, declared, next, landed: _ => { });
            return;
        }

        CachedPage? kept = null;
        if (flights.TryTakeOff(key, out var flight))
        {
            try
            {
                // the flight before ours may have landed between the first look and now
                if (cache.TryFind(key, out kept))
                {
                    flights.Land(key, flight, kept);
                    await kept.WriteAsync(context);
                }
                else
                {
                    await RenderAsync(context, key, declared, next, page => flights.Land(key, flight, page));
                }
            }
            finally
            {
                flights.Land(key, flight, page: null);
            }
        }
        else if (await flights.WaitAsync(flight, context.RequestAborted) is { } rendered)
        {
            PageCacheMeter.Hits.Add(1);
            await rendered.WriteAsync(context);
        }
        else
        {
            await RenderAsync(context, key, declared, next, landed: _ => { });
        }
    }

    private async Task RenderAsync(
        HttpContext context,
        PageKey key,
        CachedPageAttribute declared,
        RequestDelegate next,
        Action<CachedPage?> landed)
    {
        PageCacheMeter.Misses.Add(1);
        var began = cache.Drops;
        using var recording = new PageRecording(context);
        await recording.RunAsync(next);
        if (!recording.MayBeShared())
        {
            landed(null);
            if (!recording.Written.IsEmpty)
            {
                await CachedPage.SendAsync(context, recording.Written);
            }

            return;
        }

        var page = new CachedPage(
            key,
            recording.Written.ToArray(),
            context.Response.ContentType!,
            PageTags.Of(context).All,
            cache.ExpiryOf(declared, PageTags.Of(context).Ends));
        var bytes = page.Begin(context);
        await context.Response.StartAsync(context.RequestAborted);
        landed(!recording.HasCookie && cache.TryKeep(page, began) ? page : null);
        if (!bytes.IsEmpty)
        {
            await CachedPage.SendAsync(context, bytes);
        }
    }
}
