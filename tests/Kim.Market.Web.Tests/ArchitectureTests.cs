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

    private static IEnumerable<string> Sources()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "KimMarket.sln")))
        {
            root = root.Parent;
        }

        return Directory.EnumerateFiles(Path.Combine(root!.FullName, "src"), "*.cs", SearchOption.AllDirectories);
    }

    [GeneratedRegex(@"DateTime(Offset)?\.(UtcNow|Now|Today)")]
    private static partial Regex MachineTime();
}
