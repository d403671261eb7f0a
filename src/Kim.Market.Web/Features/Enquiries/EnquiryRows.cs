using Kim.Market.Domain.Enquiries;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>An enquiry as it is kept in its row.</summary>
public sealed record EnquiryRow(EnquiryMade Made)
{
    public long Version { get; init; }

    public EnquiryStatus Status { get; init; }

    public bool AtOffice { get; init; }

    public bool AtVillage { get; init; }

    public bool MayShow { get; init; } = Made.MayShow;

    public DateTimeOffset? AnsweredAt { get; init; }

    public SetAsideReason? SetAside { get; init; }

    public DateTimeOffset Due { get; init; } = Made.Due;

    public DateTimeOffset TouchedAt { get; init; } = Made.At;

    public EnquiryShown? Shown { get; init; }

    /// <summary>When the clock alone moves it on: to the office, or to its end.</summary>
    public DateTimeOffset? MovesAt => Status switch
    {
        EnquiryStatus.Waiting when !AtOffice => Due,
        EnquiryStatus.Answered => TouchedAt + Enquiry.Silence,
        _ => null,
    };
}

/// <summary>Writes <c>enquiries</c>.</summary>
public sealed class EnquiryRows : StreamView<EnquiryRow>
{
    public override string Name => "enquiries";

    public override string Kind => StreamKind<Enquiry>.Name;

    public override string Ddl { get; } = Ddls.Of<EnquiryRows>();

    protected override Columns<EnquiryRow> Columns { get; } = new()
    {
        { "enquiry_id", NpgsqlDbType.Uuid, row => row.Made.Enquiry.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "buyer_id", NpgsqlDbType.Uuid, row => row.Made.By.Value },
        { "kind", NpgsqlDbType.Smallint, row => (short)row.Made.Kind },
        { "village", NpgsqlDbType.Text, row => row.Made.Village.Value },
        { "group_id", NpgsqlDbType.Uuid, row => row.Made.Group?.Value },
        { "potential_id", NpgsqlDbType.Uuid, row => row.Made.Potential?.Value },
        { "product_id", NpgsqlDbType.Uuid, row => row.Made.Product?.Value },
        { "status", NpgsqlDbType.Smallint, row => (short)row.Status },
        { "at_office", NpgsqlDbType.Boolean, row => row.AtOffice },
        { "at_village", NpgsqlDbType.Boolean, row => row.AtVillage },
        { "may_show", NpgsqlDbType.Boolean, row => row.MayShow },
        { "made_at", NpgsqlDbType.TimestampTz, row => row.Made.At },
        { "first_due", NpgsqlDbType.TimestampTz, row => row.Made.Due },
        { "answered_at", NpgsqlDbType.TimestampTz, row => row.AnsweredAt },
        { "set_aside", NpgsqlDbType.Smallint, row => (short?)row.SetAside },
        { "due_at", NpgsqlDbType.TimestampTz, row => row.Due },
        { "moves_at", NpgsqlDbType.TimestampTz, row => row.MovesAt },
        { "touched_at", NpgsqlDbType.TimestampTz, row => row.TouchedAt },
        { "shown_question", NpgsqlDbType.Text, row => row.Shown?.Question },
        { "shown_answer", NpgsqlDbType.Text, row => row.Shown?.Answer },
        { "shown_at", NpgsqlDbType.TimestampTz, row => row.Shown?.At },
    };

    protected override EnquiryRow? Evolve(EnquiryRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static EnquiryRow? Change(EnquiryRow? row, object happened) => happened switch
    {
        EnquiryMade e => new(e),
        EnquiryAnswered e => row! with { Status = EnquiryStatus.Answered, AnsweredAt = row.AnsweredAt ?? e.At, TouchedAt = e.At },
        EnquiryFollowedUp e => row! with { Status = EnquiryStatus.Waiting, SetAside = null, Due = e.Due, TouchedAt = e.At },
        EnquiryPassedToVillage e => row! with { AtVillage = true, Due = e.Due, TouchedAt = e.At },
        EnquiryPassedToOffice e => row! with { AtOffice = true, Due = e.Due, TouchedAt = e.At },
        EnquiryEscalated e => row! with { AtOffice = true, Due = e.Due, TouchedAt = e.At },
        EnquirySetAside e => row! with { Status = EnquiryStatus.SetAside, SetAside = e.Reason, TouchedAt = e.At },
        EnquiryClosed e => row! with { Status = EnquiryStatus.Closed, TouchedAt = e.At },
        EnquiryShown e => row! with { Shown = e },
        EnquiryHidden e => row! with { Shown = null, MayShow = row.MayShow && !e.ByAsker },
        EnquiryForgotten e => row! with { Status = EnquiryStatus.Forgotten, Shown = null, MayShow = false, TouchedAt = e.At },
        _ => row,
    };
}
