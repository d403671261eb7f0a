using Kim.Market.Domain.Imports;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Tests.Imports;

public class ImportTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Import> Id = Id<Import>.New();
    private static readonly Id<Office> Kominfo = Id<Office>.New();
    private static readonly RegionCode Region = RegionCode.Parse("64.02");

    [Fact]
    public void A_list_without_a_good_row_does_not_begin() =>
        Import.Begin(Id, ImportKind.Businesses, Kominfo, Region, 0, Now).ThenRefused(ImportRefusals.NothingToDo);

    [Fact]
    public void It_says_how_many_rows_it_has() => Import.Begin(Id, ImportKind.Groups, Kominfo, Region, 42, Now)
        .Then(new ImportBegun(Id, ImportKind.Groups, Kominfo, Region, 42, Now));

    [Fact]
    public void It_ends_once()
    {
        Begun().Finish(40, 2, Now).Then(new ImportFinished(40, 2, Now));
        Done().Finish(40, 2, Now).Then();
    }

    [Fact]
    public void It_is_undone_only_when_it_is_done() => Begun().Undo(Now).ThenRefused(ImportRefusals.StillRunning);

    [Fact]
    public void It_can_be_undone_for_a_day_and_once_is_enough()
    {
        Done().Undo(Now + Import.Patience).Then(new ImportUndone(Now + Import.Patience));
        Done(new ImportUndone(Now)).Undo(Now).Then();
        Done().Undo(Now + Import.Patience + TimeSpan.FromSeconds(1)).ThenRefused(ImportRefusals.TooLate);
    }

    [Fact]
    public void Undoing_ends_once_and_not_before_it_was_asked_for()
    {
        Done().FinishUndo(40, 0, Now).Then();
        Done(new ImportUndone(Now)).FinishUndo(39, 1, Now).Then(new ImportUndoFinished(39, 1, Now));
        Done(new ImportUndone(Now), new ImportUndoFinished(39, 1, Now)).FinishUndo(39, 1, Now).Then();
    }

    private static Import Begun(params ImportEvent[] then) =>
        Given.History<Import, ImportEvent>([new ImportBegun(Id, ImportKind.Businesses, Kominfo, Region, 42, Now), .. then]);

    private static Import Done(params ImportEvent[] then) => Begun([new ImportFinished(40, 2, Now), .. then]);
}
