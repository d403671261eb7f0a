using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Directory;
using Kim.Market.Domain.Imports;

namespace Kim.Market.Domain.Tests.Entries;

public class DirectoryEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<DirectoryEntry> Id = Id<DirectoryEntry>.New();
    private static readonly Id<Import> List = Id<Import>.New();
    private static readonly Id<Business> Shop = Id<Business>.New();
    private static readonly RegionCode Village = RegionCode.Parse("64.02.15.1004");

    [Fact]
    public void A_line_is_a_name_a_village_and_a_kind() =>
        Record(" Dapur Bu Rina ").Then(new DirectoryEntryRecorded(Id, "Dapur Bu Rina", Village, "Kuliner", List, Now));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_line_without_a_name_is_none(string name) => Record(name).ThenRefused(DirectoryRefusals.NameLength);

    [Theory]
    [InlineData("Dapur 0812-3456-7890")]
    [InlineData("Rina 6402151234560001")]
    public void No_line_holds_the_number_of_a_person(string name) => Record(name).ThenRefused(DirectoryRefusals.HoldsNumber);

    [Fact]
    public void Nor_does_what_it_says_about_its_kind() =>
        DirectoryEntry.Record(Id, "Dapur", Village, "081234567890", List, Now).ThenRefused(DirectoryRefusals.HoldsNumber);

    [Fact]
    public void A_line_stands_in_a_village() =>
        DirectoryEntry.Record(Id, "Dapur", RegionCode.Parse("64.02.15"), "", List, Now).ThenRefused(DirectoryRefusals.NotAVillage);

    [Fact]
    public void Its_owner_claims_it_once()
    {
        Known().Claim(Shop, Now).Then(new DirectoryEntryClaimed(Shop, Now));
        Known(new DirectoryEntryClaimed(Shop, Now)).Claim(Id<Business>.New(), Now).ThenRefused(DirectoryRefusals.ClaimedAlready);
        Known(new DirectoryEntryWithdrawn(WithdrawalReason.Wrong, Now)).Claim(Shop, Now).ThenRefused(DirectoryRefusals.Gone);
    }

    [Fact]
    public void What_was_claimed_stays_when_the_list_is_undone()
    {
        Known().Withdraw(WithdrawalReason.ListUndone, Now).Then(new DirectoryEntryWithdrawn(WithdrawalReason.ListUndone, Now));
        Known(new DirectoryEntryWithdrawn(WithdrawalReason.Wrong, Now)).Withdraw(WithdrawalReason.ListUndone, Now).Then();
        Known(new DirectoryEntryClaimed(Shop, Now)).Withdraw(WithdrawalReason.ListUndone, Now).ThenRefused(DirectoryRefusals.ClaimedAlready);
    }

    private static Decision<DirectoryEvent> Record(string name) => DirectoryEntry.Record(Id, name, Village, " Kuliner ", List, Now);

    private static DirectoryEntry Known(params DirectoryEvent[] then) => Given.History<DirectoryEntry, DirectoryEvent>(
        [new DirectoryEntryRecorded(Id, "Dapur Bu Rina", Village, "Kuliner", List, Now), .. then]);
}
