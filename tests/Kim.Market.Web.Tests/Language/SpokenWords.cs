using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kim.Market.Domain;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Reports;
using Kim.Market.Domain.Selections;
using Kim.Market.Domain.WebDomains;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Audit;
using Kim.Market.Web.Features.Figures;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.Promotion;
using Kim.Market.Web.Features.Villages;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Tests.Language;

/// <summary>A sentence or a code, and the place that says it.</summary>
internal sealed record Spoken(string Key, string Where);

/// <summary>Finds everything the site can say, by reading its sources and its domain.</summary>
internal static partial class SpokenWords
{
    /// <summary>States that no page ever names. Say why when adding one.</summary>
    private static readonly Type[] NeverNamed = [typeof(ContestStatus), typeof(SelectionStatus), typeof(ReportPart), typeof(RefundState), typeof(CardState), typeof(BuyerDistance), typeof(DomainStanding)];

    /// <summary>States that only the pages know of.</summary>
    private static readonly Type[] OfPages = [typeof(AuditKind), typeof(AccountAct), typeof(NoticeTopic), typeof(Trouble), typeof(TallyKind), typeof(Metric), typeof(PieceKind), typeof(Reach)];

    public static IEnumerable<Spoken> InSources() =>
        from file in Repository.Files("src/Kim.Market.Web", ".cs", ".cshtml")
        from match in Said().Matches(file.Text)
        let line = file.Text.AsSpan(0, match.Index).Count('\n') + 1
        select new Spoken(Regex.Unescape(match.Groups["key"].Value), $"{file.Path}:{line}");

    public static IEnumerable<Spoken> OfTheDomain() => Refusals().Concat(States());

    private static IEnumerable<Spoken> States() =>
        from type in typeof(Refusal).Assembly.GetExportedTypes().Concat(OfPages)
        where type.IsEnum && !NeverNamed.Contains(type)
        from state in Enum.GetValues(type).Cast<Enum>()
        select new Spoken(Words.CodeOf(state), $"{type.FullName}; if no page ever names it, list it in {nameof(NeverNamed)}");

    private static IEnumerable<Spoken> Refusals() =>
        from type in typeof(Refusal).Assembly.GetExportedTypes().Concat(typeof(Marketplace).Assembly.GetExportedTypes())
        where type.Name.EndsWith("Refusals", StringComparison.Ordinal)
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let refusal = RefusalOf(member)
        where refusal is not null
        select new Spoken(refusal.Code, $"{type.FullName}.{member.Name}");

    private static Refusal? RefusalOf(MemberInfo member) => member switch
    {
        FieldInfo field => field.GetValue(null) as Refusal,
        PropertyInfo property => property.GetValue(null) as Refusal,
        MethodInfo { IsSpecialName: false } method when method.ReturnType == typeof(Refusal) =>
            (Refusal?)method.Invoke(null, Anything(method)),
        _ => null,
    };

    // only the code is wanted, so any value will do as the detail
    private static object?[] Anything(MethodInfo method) =>
    [
        .. method.GetParameters().Select(parameter => parameter.ParameterType switch
        {
            { IsArray: true } type => Array.CreateInstance(type.GetElementType()!, 0),
            var type when type == typeof(string) => "",
            { IsInterface: true } or { IsAbstract: true } => null,
            var type => RuntimeHelpers.GetUninitializedObject(type),
        }),
    ];

    // T["…"], T.Html("…", words["…"], ErrorMessage = "…", What = "…", Display(Name = "…", Done("…"
    [GeneratedRegex(
        """
        \b(?:(?:T|words)\[|(?:T|words)\.Html\(|ErrorMessage\s*=|What\s*=|Display\(\s*Name\s*=|Done\()\s*"(?<key>(?:[^"\\]|\\.)*)"
        """)]
    private static partial Regex Said();
}
