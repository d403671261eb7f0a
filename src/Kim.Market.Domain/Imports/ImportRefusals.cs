namespace Kim.Market.Domain.Imports;

public static class ImportRefusals
{
    public static readonly Refusal NothingToDo = new("import.nothing_to_do");
    public static readonly Refusal StillRunning = new("import.still_running");
    public static readonly Refusal TooLate = new("import.too_late", (int)Import.Patience.TotalHours);
}
