using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests;

/// <summary>The rules of the house that a compiler cannot see.</summary>
public partial class ArchitectureTests
{
    private static readonly Assembly Domain = typeof(Order).Assembly;

    [Fact]
    public void The_domain_knows_nothing_but_dotnet() =>
        Assert.All(Domain.GetReferencedAssemblies(), assembly => Assert.StartsWith("System.", assembly.Name, StringComparison.Ordinal));

    [Fact]
    public void The_event_store_knows_nothing_of_the_market() =>
        Assert.DoesNotContain(typeof(EventStore).Assembly.GetReferencedAssemblies(), assembly => assembly.Name!.StartsWith("Kim.", StringComparison.Ordinal));

    [Fact]
    public void Events_never_change()
    {
        var events = Domain.GetExportedTypes().Where(type => type.BaseType is { IsAbstract: true } parent && parent.Name.EndsWith("Event", StringComparison.Ordinal));

        Assert.All(events.SelectMany(type => type.GetProperties()), property => Assert.True(
            property.SetMethod is null || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)),
            $"{property.DeclaringType!.Name}.{property.Name} can be changed."));
    }

    [Fact]
    public void Nothing_asks_the_machine_for_the_time()
    {
        var offenders = Sources().Where(file => MachineTime().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName);

        Assert.Empty(offenders);
    }

    [Fact]
    public void No_file_holds_more_than_one_thought() =>
        Assert.Empty(Sources().Where(file => File.ReadLines(file).Count() > 300).Select(Path.GetFileName));

    /// <summary>What <c>dotnet format</c> would look at for minutes and the compiler does not look at.</summary>
    [Fact]
    public void Imports_stand_in_order() => Assert.Empty(
        from folder in new[] { "src", "tests", "bench" }
        from file in Repository.Files(folder, ".cs")
        let imports = file.Text.Split('\n').TakeWhile(line => !line.StartsWith("namespace", StringComparison.Ordinal))
            .Where(line => line.StartsWith("using ", StringComparison.Ordinal)).ToArray()
        where !imports.SequenceEqual(imports.OrderBy(Place, StringComparer.OrdinalIgnoreCase))
        select file.Path);

    /// <summary>System first, then by name, part for part; static ones and other names for things after all others.</summary>
    private static string Place(string import)
    {
        var name = import["using ".Length..].TrimEnd(';', '\r').Replace('.', '\u0001');
        var last = name.Contains('=', StringComparison.Ordinal) ? 2 : name.StartsWith("static ", StringComparison.Ordinal) ? 1 : 0;
        return $"{last}{(name == "System" || name.StartsWith("System\u0001", StringComparison.Ordinal) ? 0 : 1)}{name}";
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"DateTime(Offset)?\.(UtcNow|Now|Today)")]
    private static partial Regex MachineTime();
}
