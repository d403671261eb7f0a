using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>
/// Turns events into entries of the ledger, without a database: what counts from when on, and until when, by two clocks. One clock says when
/// something happened, the other when it became known here. Nothing is taken out of the ledger; it ends.
/// </summary>
/// <param name="known">What earlier events said of the streams that <see cref="NeedsOf"/> names, and of the businesses behind them.</param>
public sealed partial class LedgerFold(Dictionary<Guid, Known> known)
{
    private readonly HashSet<Guid> _changed = [];
    private readonly Dictionary<(Metric Metric, Guid Subject), int> _open = [];
    private readonly List<Started> _started = [];
    private readonly List<Ended> _ended = [];

    /// <summary>What began with these events; what ended with them again says so itself.</summary>
    public IReadOnlyList<Started> Started => _started;

    public IReadOnlyList<Ended> Ended => _ended;

    /// <summary>What is to be remembered now.</summary>
    public IEnumerable<(Guid Stream, Known Known)> Changed => _changed.Select(stream => (stream, known[stream]));

    /// <summary>The streams without which an event cannot be counted.</summary>
    public static IEnumerable<Guid> NeedsOf(Recorded recorded) => recorded.Data switch
    {
        BusinessRegistered e => [e.Curator.Value],
        ProductDrafted e => [e.Seller.Value],
        OrderPlaced e => [e.Curator.Value, .. e.Lines.Select(line => line.Product.Value)],
        CertificateStated e => [e.Business.Value],
        EnquiryMade { Group: { } group } => [group.Value],
        AttendanceRecorded e => e.Business is { } business ? [e.Group.Value, business.Value] : [e.Group.Value],
        OutsideSaleStated e => [e.Business.Value],
        GroupProposed or EnquiryMade or CoachingPlanned => [],
        _ => [recorded.Stream],
    };

    public void Take(Recorded recorded)
    {
        switch (recorded.Data)
        {
            case GroupEvent e: Take(recorded, e); break;
            case BusinessEvent e: Take(recorded, e); break;
            case ProductEvent e: Take(recorded, e); break;
            case CertificateEvent e: Take(recorded, e); break;
            case OrderEvent e: Take(recorded, e); break;
            case EnquiryEvent e: Take(recorded, e); break;
            case CoachingEvent e: Take(recorded, e); break;
            case AttendanceEvent e: Take(recorded, e); break;
            case OutsideSaleEvent e: Take(recorded, e); break;
        }
    }

    private void Take(Recorded recorded, GroupEvent happened)
    {
        if (happened is GroupProposed proposed)
        {
            Keep(recorded.Stream, new KnownGroup(proposed.Seat.Value, proposed.Themes));
            return;
        }

        var before = (KnownGroup)known[recorded.Stream];
        var (after, at) = happened switch
        {
            GroupActivated e => (before with { Stands = true, AtRest = false, Pulse = before.Pulse ?? GroupPulse.Active }, e.At),
            GroupReactivated e => (before with { AtRest = false }, e.At),
            GroupDeclaredDormant e => (before with { AtRest = true }, e.At),
            GroupSuspended e => (before with { OutOfSight = true }, e.At),
            GroupDissolved e => (before with { OutOfSight = true }, e.At),
            GroupSuspensionLifted e => (before with { OutOfSight = false }, e.At),
            GroupPulseChanged e => (before with { Pulse = e.Pulse }, e.At),
            GroupDescribed e => (before with { Women = e.Profile.Women, Men = e.Profile.Men }, e.At),
            _ => (before, default),
        };
        if (after == before)
        {
            return;
        }

        Keep(recorded.Stream, after);
        var owner = new Owner(recorded.Stream, null, after.Seat, after.Themes);
        foreach (var metric in new[] { Metric.AwakeGroup, Metric.QuietGroup, Metric.StillGroup })
        {
            Turn(recorded, metric, owner, recorded.Stream, at, Counts(before, metric), Counts(after, metric));
        }

        Recount(recorded, Metric.Women, owner, at, CountOf(before, before.Women), CountOf(after, after.Women));
        Recount(recorded, Metric.Men, owner, at, CountOf(before, before.Men), CountOf(after, after.Men));
    }

    private static bool Counts(KnownGroup group, Metric metric) => group is { Stands: true, OutOfSight: false } && metric switch
    {
        Metric.StillGroup => group.AtRest || group.Pulse == GroupPulse.Still,
        Metric.QuietGroup => !group.AtRest && group.Pulse == GroupPulse.Quiet,
        _ => !group.AtRest && group.Pulse is null or GroupPulse.Active,
    };

    private static int CountOf(KnownGroup group, int members) => group is { Stands: true, OutOfSight: false } ? members : 0;

    private void Take(Recorded recorded, EnquiryEvent happened)
    {
        switch (happened)
        {
            case EnquiryMade e:
                var made = new KnownEnquiry(e.Group?.Value, e.Village.Value, e.Group is { } group ? ThemesOf(group.Value) : [], e.Due, IsAnswered: false);
                Keep(recorded.Stream, made);
                Start(recorded, Metric.Enquiry, recorded.Stream, made.Owner, e.At);
                break;

            case EnquiryAnswered e when known[recorded.Stream] is KnownEnquiry { IsAnswered: false } enquiry:
                Keep(recorded.Stream, enquiry with { IsAnswered = true });
                if (e.At <= enquiry.Due)
                {
                    Start(recorded, Metric.TimelyAnswer, recorded.Stream, enquiry.Owner, e.At);
                }

                break;
        }
    }

    private void Take(Recorded recorded, CertificateEvent happened)
    {
        switch (happened)
        {
            case CertificateStated e:
                Keep(recorded.Stream, new KnownCertificate(e.Business.Value, e.Kind, e.ValidUntil));
                break;

            case CertificateVerified e when known[recorded.Stream] is KnownCertificate paper && MetricOf(paper.Kind) is { } metric:
                var business = (KnownBusiness)known[paper.Business];
                // That it ends is known from the first day; and on which, by the clock of central Indonesia.
                var end = paper.ValidUntil is { } last ? new DateTimeOffset(last.AddDays(1).ToDateTime(default), Zone.Wita.Offset) : (DateTimeOffset?)null;
                Start(recorded, metric, recorded.Stream, business.Owner(paper.Business), e.At, started => started with
                {
                    End = end is { } until ? new(until, until, null, null) : null,
                });
                break;

            case CertificateRevoked e: Withdraw(recorded, e.At); break;
            case CertificateWithdrawn e: Withdraw(recorded, e.At); break;
        }
    }

    private void Withdraw(Recorded recorded, DateTimeOffset at)
    {
        if (known[recorded.Stream] is KnownCertificate paper && MetricOf(paper.Kind) is { } metric)
        {
            End(recorded, metric, recorded.Stream, at);
        }
    }

    private static Metric? MetricOf(CertificateKind kind) => kind switch
    {
        CertificateKind.Nib => Metric.Nib,
        CertificateKind.PIrt => Metric.PIrt,
        CertificateKind.Halal => Metric.Halal,
        _ => null,
    };

    private string[] ThemesOf(Guid group) => known.GetValueOrDefault(group) is KnownGroup { Themes: var themes } ? themes : [];

    private void Keep(Guid stream, Known now)
    {
        known[stream] = now;
        _changed.Add(stream);
    }

    private void Turn(Recorded recorded, Metric metric, Owner owner, Guid subject, DateTimeOffset at, bool before, bool after)
    {
        if (before != after)
        {
            if (after)
            {
                Start(recorded, metric, subject, owner, at);
            }
            else
            {
                End(recorded, metric, subject, at);
            }
        }
    }

    private void Recount(Recorded recorded, Metric metric, Owner owner, DateTimeOffset at, int before, int after)
    {
        if (before == after)
        {
            return;
        }

        if (before > 0)
        {
            End(recorded, metric, recorded.Stream, at);
        }

        if (after > 0)
        {
            Start(recorded, metric, recorded.Stream, owner, at, started => started with { Amount = after });
        }
    }

    private void Start(
        Recorded recorded, Metric metric, Guid subject, Owner owner, DateTimeOffset at, Func<Started, Started>? with = null)
    {
        var started = new Started(metric, subject, owner, at, recorded.Timestamp, recorded.Stream, recorded.Version);
        _open[(metric, subject)] = _started.Count;
        _started.Add(with?.Invoke(started) ?? started);
    }

    private void End(Recorded recorded, Metric metric, Guid subject, DateTimeOffset at)
    {
        var end = new Ending(at, recorded.Timestamp, recorded.Stream, recorded.Version);
        if (_open.Remove((metric, subject), out var place))
        {
            _started[place] = _started[place] with { End = end };
        }
        else
        {
            _ended.Add(new(metric, subject, end));
        }
    }
}
