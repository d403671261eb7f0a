using Kim.Market.Domain;
using Kim.Market.Domain.Coachings;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Language;
using Npgsql;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>The average of what those who came think of it.</summary>
public sealed record FeedbackAverages(int People, decimal Clear, decimal Useful, decimal Usable);

/// <summary>What an office reads of it: nothing while there are too few to hide among.</summary>
/// <param name="Averages">Null below <see cref="AttendanceRating.Fewest"/>.</param>
/// <param name="Sentences">In no order that tells who wrote them.</param>
public sealed record Feedback(FeedbackAverages? Averages, IReadOnlyList<string> Sentences);

/// <summary>The question to somebody who came, and what they typed before it was refused.</summary>
public sealed record Asked(OwnAttendance Own, OwnModel.Form Typed)
{
    public bool IsRefused => Typed.Attendance != Guid.Empty;

    public IEnumerable<(string Field, string Words, int Said)> Questions(Words words) =>
    [
        (nameof(OwnModel.Form.Clear), words["Mudah diikuti"], Typed.Clear), (nameof(OwnModel.Form.Useful), words["Berguna untuk KIM atau usaha saya"], Typed.Useful),
        (nameof(OwnModel.Form.Usable), words["Bisa saya kerjakan sendiri sekarang"], Typed.Usable),
    ];
}

/// <summary>What those who came think of a coaching. Numbers are events; a sentence lies in the vault under an id of its own, until its writer takes it away.</summary>
public sealed class CoachingFeedback(NpgsqlDataSource db, Marketplace marketplace, Vault vault, CoachingDesk desk)
{
    private const string Field = "words";

    /// <summary>Once: a second press is the same answer.</summary>
    /// <param name="own">The asker's own.</param>
    public async Task<Refusal?> GiveAsync(OwnAttendance own, AttendanceRating rating, string words, Asker asker, CancellationToken ct)
    {
        if (AttendanceRating.Problem(words) is { } problem)
        {
            return problem;
        }

        // of no time and of nobody: sentences are read in the order of their ids
        Guid? subject = words.Trim().Length > 0 ? Guid.NewGuid() : null;
        var coaching = (await marketplace.LoadAsync<Coaching, CoachingEvent>(new Id<Coaching>(own.CoachingId), ct)).State!;
        return await marketplace.TellAsync(
            new Id<Attendance>(own.AttendanceId), (Attendance known) => known.Rate(coaching, rating, subject, desk.Here(coaching.Plan.Village)), asker.By(), ct,
            () => subject is { } kept ? Vault.Keep(kept, (Field, words.Trim())) : []);
    }

    /// <summary>The numbers stay, without the sentence.</summary>
    /// <param name="own">The asker's own.</param>
    public async Task TakeBackAsync(OwnAttendance own, CancellationToken ct)
    {
        foreach (var statement in Vault.Forget(SqlPart.Of($"select {own.Words}::uuid")))
        {
            await db.ExecuteAsync(statement, ct);
        }
    }

    /// <summary>The sentences that are still kept, by their ids.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> WordsAsync(IReadOnlyCollection<Guid> subjects, CancellationToken ct) =>
        (await vault.OpenAsync(subjects, ct)).ToDictionary(kept => kept.Key, kept => kept.Single().Value);

    /// <summary>What is known of a coaching of the asker's offices.</summary>
    public async Task<Feedback> OfAsync(Asker asker, Guid coaching, CancellationToken ct)
    {
        var counts = SqlPart.Of(
            $"""
            from coachings c join attendances a on a.coaching_id = c.coaching_id
            where c.coaching_id = {coaching} and a.clear is not null and not a.struck and {CoachingBook.Watches(asker)}
            """);
        var averages = await db.RowAsync<FeedbackAverages>(
            $"""
            select count(*)::integer as people, round(avg(a.clear), 1) as clear, round(avg(a.useful), 1) as useful, round(avg(a.usable), 1) as usable
            {counts}
            having count(*) >= {AttendanceRating.Fewest}
            """, ct);
        if (averages is null)
        {
            return new(null, []);
        }

        var subjects = await db.RowsAsync<Guid>($"select a.words {counts} and a.words is not null order by a.words", ct);
        var words = await WordsAsync(subjects, ct);
        return new(averages, [.. subjects.Where(words.ContainsKey).Select(subject => words[subject])]);
    }
}
