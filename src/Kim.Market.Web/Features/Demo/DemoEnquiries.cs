using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain;
using Kim.Market.Domain.Enquiries;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Enquiries;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>Something that an invented asker wants of a village.</summary>
/// <param name="Potential">What the potential is called that it is about.</param>
/// <param name="Answer">Null while it waits, and where it was set aside.</param>
/// <param name="PassOn">"Village" where the KIM asked the village's government first.</param>
public sealed record DemoEnquiry(
    string Kim, string Village, int DaysAgo, EnquiryKind Kind, string? Potential, string Name, string? From, string Words, bool MayShow,
    string? Answer, double AnswerAfterHours, string? PassOn, SetAsideReason? SetAside, string? ShownQuestion, string? ShownAnswer);

/// <summary>Asks what <c>seeds/demo/enquiries.json</c> says, and answers most of it, through the same desk as everybody.</summary>
public sealed class DemoEnquiries(EnquiryDesk desk, EnquiryBook book, NpgsqlDataSource db)
{
    public async Task MakeAsync(DemoSupply supply, DemoCalendar calendar, CancellationToken ct)
    {
        foreach (var (enquiry, n) in Read().Where(enquiry => supply.Groups.ContainsKey(enquiry.Kim)).Select((enquiry, n) => (enquiry, n)))
        {
            await MakeAsync(enquiry, WhatsAppNumber.Parse($"0812-0000-70{n:00}"), supply, calendar, ct);
        }
    }

    internal static DemoEnquiry[] Read() => JsonSerializer.Deserialize(
        File.ReadAllBytes(Path.Combine(DemoSeed.Folder, "demo", "enquiries.json")), DemoEnquiryJson.Default.DemoEnquiryArray)!;

    private async Task MakeAsync(DemoEnquiry enquiry, WhatsAppNumber number, DemoSupply supply, DemoCalendar calendar, CancellationToken ct)
    {
        var asked = calendar.Eve.AddDays(-enquiry.DaysAgo).AddHours(2);
        var (key, refusal) = await desk.MakeAsync(
            new(
                Guid.CreateVersion7(), enquiry.Kind, RegionCode.Parse(enquiry.Village), supply.Groups[enquiry.Kim], await PotentialAsync(enquiry.Potential, ct), null,
                enquiry.Name, number, enquiry.From, enquiry.Words, enquiry.MayShow),
            new(), ct, asked);
        Agreed(enquiry, refusal);
        var known = (await book.OpenAsync(key!, ct))!;
        var answered = asked.AddHours(enquiry.AnswerAfterHours);
        if (enquiry.PassOn == "Village")
        {
            Agreed(enquiry, await desk.TellAsync(known.EnquiryId, (state, days, at) => state.PassToVillage(days, at), new(), ct, asked.AddHours(1)));
        }

        if (enquiry.SetAside is { } reason)
        {
            Agreed(enquiry, await desk.TellAsync(known.EnquiryId, (state, _, at) => state.SetAside(reason, null, at), new(), ct, answered));
        }
        else if (enquiry.Answer is { } answer)
        {
            // where nobody answered in time, the clock spoke first
            Agreed(enquiry, await desk.TellAsync(known.EnquiryId, (state, days, at) => state.PassTime(days, at), new(), ct, answered));
            var said = Guid.CreateVersion7();
            Agreed(enquiry, await desk.SayAsync(
                known.EnquiryId, known.BuyerId, said, answer, (state, _, at) => state.Answer(said, null, at), new Metadata(), ct, answered));
        }

        if (enquiry is { ShownQuestion: { } question, ShownAnswer: { } shown })
        {
            Agreed(enquiry, await desk.TellAsync(known.EnquiryId, (state, _, at) => state.Show(question, shown, at), new(), ct, answered.AddHours(1)));
        }
    }

    private async Task<Id<Domain.Potentials.Potential>?> PotentialAsync(string? title, CancellationToken ct) => title is null ? null
        : await db.RowsAsync<Guid>($"select potential_id from potentials where title = {title} and shown is not null", ct) is [var found, ..] ? new(found) : null;

    private static void Agreed(DemoEnquiry enquiry, Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"'{enquiry.Words}' was refused: {refusal.Code}.");
        }
    }
}

/// <summary>How the file is written: camel case, kinds by their names.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DemoEnquiry[]))]
internal sealed partial class DemoEnquiryJson : JsonSerializerContext;
