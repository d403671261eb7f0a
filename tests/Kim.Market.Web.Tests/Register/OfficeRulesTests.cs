using System.Net;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Web.Tests.Register;

public sealed class OfficeRulesTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task An_officer_says_when_a_KIM_is_quiet_and_an_auditor_only_reads_it()
    {
        var officer = app.As(await _cast.Officer("64.09"));
        await officer.Visit("/dinas/aturan");
        Assert.Equal("30", officer.Find("[name='Input.QuietAfter']")!.GetAttribute("value"));
        await officer.Submit("rules-form", ("Input.QuietAfter", "60"), ("Input.StillAfter", "45"));
        Assert.NotNull(officer.Find("refusal"));
        await officer.Submit("rules-form", ("Input.QuietAfter", "45"), ("Input.StillAfter", "180"), ("Input.MinMembers", "10"));
        Assert.Equal(["45", "180", "10"], officer.All("[data-test=rules-form] input.input").Select(input => input.GetAttribute("value")));

        var auditor = app.As(await _cast.Officer("64.09", OfficeRole.Auditor));
        await auditor.Visit("/dinas/aturan");
        Assert.Equal(HttpStatusCode.OK, auditor.Status);
        Assert.Null(auditor.Find("save-rules"));
    }
}
