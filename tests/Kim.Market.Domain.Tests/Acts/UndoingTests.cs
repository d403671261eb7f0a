using FsCheck;
using FsCheck.Fluent;
using Kim.Market.Domain.Acts;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Acts;

/// <summary>Whatever was undone, the product is what it would be without it; whatever was done again, what it would be with it.</summary>
public class UndoingTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Guid Import = Guid.NewGuid();
    private static readonly Guid Raise = Guid.NewGuid();

    private static readonly Caused[] Listed =
    [
        new(new ProductDrafted(Id<Product>.New(), Id<Business>.New(), "Amplang", "amplang", "a/b", "bungkus", null, "", Start), null),
        new(new ProductPriced(new(20_000), Start), null),
        new(new ProductPhotographed([new("aa", "Amplang")], Start), null),
        new(new ProductSubmitted(Start), null),
    ];

    [Fact]
    public void A_price_that_is_undone_is_the_price_before()
    {
        Caused[] history = [.. Listed, new(new ProductPriced(new(25_000), Start), Raise)];
        Undoing.Compensate(history, Set(Raise), Start).Then(new ProductPriced(new(20_000), Start));
    }

    [Fact]
    public void What_was_changed_again_afterwards_stays()
    {
        Caused[] history = [.. Listed, new(new ProductPriced(new(25_000), Start), Raise), new(new ProductPriced(new(30_000), Start), null)];
        Undoing.Compensate(history, Set(Raise), Start).Then();
    }

    [Fact]
    public void What_was_brought_into_being_and_undone_is_archived_and_comes_back()
    {
        Caused[] history = [.. Listed[..2].Select(caused => caused with { Act = Import })];
        var archived = Undoing.Compensate(history, Set(Import), Start);
        archived.Then(new ProductArchived(Start));

        Caused[] undone = [.. history, .. archived.Select(happened => new Caused(happened, null, IsCompensation: true))];
        Undoing.Compensate(undone, Set(Import), Start).Then();
        Undoing.Compensate(undone, Set(), Start).Then(new ProductRedrafted(Start));
    }

    [Fact]
    public void An_approval_that_is_undone_waits_for_the_KIM_again()
    {
        Caused[] history = [.. Listed, new(new ProductPublished(Start), Raise)];
        Undoing.Compensate(history, Set(Raise), Start).Then(new ProductWithdrawn(Start), new ProductSubmitted(Start));
    }

    [Fact]
    public void An_act_can_be_undone_for_a_day_and_done_again_for_another()
    {
        var act = Given.History<Act, ActEvent>(new ActDone(new(Import), ActKind.Import, Guid.Empty, [], Start));
        act.Undo(Start.AddHours(24)).Then(new ActUndone(Start.AddHours(24)));
        act.Undo(Start.AddHours(25)).ThenRefused(ActRefusals.TooLate);
        act.Redo(Start).Then();

        var undone = Act.Evolve(act, new ActUndone(Start.AddHours(20)));
        undone.Undo(Start.AddDays(9)).Then();
        undone.Redo(Start.AddHours(44)).Then(new ActRedone(Start.AddHours(44)));
        undone.Redo(Start.AddHours(45)).ThenRefused(ActRefusals.TooLate);
    }

    /// <summary>
    /// A thousand random histories: sellers and KIM decide, some of it is undone, done again, undone once more. After each
    /// step the product is what its events tell without the undone acts.
    /// </summary>
    [Fact]
    public void A_history_with_undoing_equals_the_history_without_what_was_undone() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(ArbMap.Default.ArbFor<(byte Verb, byte Value)[]>(), steps =>
            {
                var history = Listed.ToList();
                var acts = new List<Guid>();
                var undone = new HashSet<Guid>();
                var now = Start;
                foreach (var (verb, value) in steps)
                {
                    now = now.AddMinutes(7);
                    if (verb % 8 >= 6 && acts.Count > 0)
                    {
                        var act = acts[value % acts.Count];
                        if (!undone.Add(act))
                        {
                            undone.Remove(act);
                        }

                        history.AddRange(Undoing.Compensate(history, undone, now).Select(happened => new Caused(happened, null, IsCompensation: true)));
                        if (!Now(history).IsLike(Expected(history, undone)))
                        {
                            return false;
                        }
                    }
                    else
                    {
                        var act = Guid.NewGuid();
                        acts.Add(act);
                        history.AddRange(Ask(Now(history), verb % 8, value, now).Select(happened => new Caused(happened, act)));
                    }
                }

                return true;
            }));

    // what the events that count tell alone, as if nothing had ever been undone
    private static Product Expected(List<Caused> history, HashSet<Guid> undone)
    {
        var kept = history.Where(caused => !caused.IsCompensation && (caused.Act is not { } act || !undone.Contains(act))).ToList();
        return kept.Select(caused => caused.Event).Aggregate((Product?)null, Product.Evolve)!;
    }

    private static Product Now(List<Caused> history) => history.Select(caused => caused.Event).Aggregate((Product?)null, Product.Evolve)!;

    private static Decision<ProductEvent> Ask(Product product, int verb, byte value, DateTimeOffset now) => verb switch
    {
        0 => product.SetPrice(new(1_000 * (1 + (value % 5))), now),
        1 => product.Publish(now),
        2 => product.Withdraw(now),
        3 => product.PutBack(now),
        4 => product.Describe(product.Face with { Name = $"Amplang {value % 3}" }, now),
        _ => product.AddPhoto(new($"{value % 4}", "Amplang"), now),
    };

    private static HashSet<Guid> Set(params Guid[] acts) => [.. acts];
}
