using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Imports;

/// <summary>What is wrong with a list or a row of it, and how it is mended.</summary>
public static class ListRefusals
{
    public static readonly Refusal NoNameColumn = new("list.no_name_column");
    public static readonly Refusal UnclearNameColumn = new("list.unclear_name_column");
    public static readonly Refusal NoVillageColumn = new("list.no_village_column");
    public static readonly Refusal NoGroupNameColumn = new("list.no_group_name_column");
    public static readonly Refusal NoRows = new("list.no_rows");
    public static readonly Refusal NoName = new("list.no_name");
    public static readonly Refusal HoldsNik = new("list.holds_nik");
    public static readonly Refusal HoldsNumber = new("list.holds_number");
    public static readonly Refusal NoVillage = new("list.no_village");
    public static readonly Refusal PhoneLeftOut = new("list.phone_left_out");
    public static readonly Refusal Repeated = new("list.repeated");
    public static readonly Refusal KnownEntry = new("list.known_entry");
    public static readonly Refusal KnownShop = new("list.known_shop");
    public static readonly Refusal Busy = new("list.busy");

    public static readonly Refusal DecreeLeftOut = new("list.decree_left_out");
    public static readonly Refusal ProfileLeftOut = new("list.profile_left_out");
    public static readonly Refusal KnownGroup = new("list.known_group");

    public static Refusal NameLength(int most) => new("list.name_length", most);

    public static Refusal UnknownVillage(string typed) => new("list.unknown_village", Quoted(typed));

    public static Refusal SeveralVillages(string typed) => new("list.several_villages", Quoted(typed));

    /// <summary>The same in a form that has no column for the kecamatan.</summary>
    public static Refusal UnknownPlace(string typed) => new("list.unknown_place", Quoted(typed));

    public static Refusal SeveralPlaces(string typed) => new("list.several_places", Quoted(typed));

    // What somebody put into the wrong column may be a person's number: then it is not repeated.
    internal static string Quoted(string typed) =>
        PublicText.HoldsNumber(typed) ? "…" : typed.Length > 40 ? typed[..40] + "…" : typed;
}
