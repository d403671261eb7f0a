using Kim.Market.Web.Features.Demand;

namespace Kim.Market.Web.Features.Demo;

/// <summary>Invented visitors who looked for what no stall of the demo has, through the same log as everybody.</summary>
public sealed class DemoSearches(DemandLog log)
{
    private static readonly (string Term, string Village, int Visitors, int FromThere)[] Wanted =
    [
        ("madu kelulut", "64.02.15.1004", 23, 9),
        ("sarung samarinda", "64.02.18.2007", 17, 6),
        ("kerupuk kuku macan", "64.02.15.1004", 12, 7),
        ("perahu ces", "64.02.18.2007", 9, 5),
        ("pupuk kompos", "64.02.12.2002", 8, 2),
        ("sirup kedondong", "64.02.15.1004", 6, 5),
        ("cincin akik", "64.02.18.2007", 4, 4), // too few: nobody reads it
    ];

    public Task MakeAsync(CancellationToken ct)
    {
        foreach (var (term, village, visitors, fromThere) in Wanted)
        {
            for (var visitor = 0; visitor < visitors; visitor++)
            {
                log.Hear(term, visitor < fromThere ? new(DemandPage.Region, village) : default, $"demo {visitor}");
            }
        }

        return log.WriteAsync(ct);
    }
}
