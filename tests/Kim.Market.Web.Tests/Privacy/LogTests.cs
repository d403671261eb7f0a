using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kim.Market.Web.Tests.Privacy;

/// <summary>The whole suite's logs go past this detector (see MarketApp); here, that it would notice.</summary>
public partial class LogTests(MarketApp app)
{
    [Fact]
    public void Every_line_goes_past_it()
    {
        var before = app.Detector.Lines;
        var log = app.Services.GetRequiredService<ILogger<LogTests>>();
        Nothing(log);
        Assert.True(app.Detector.Lines > before);
    }

    [Theory]
    [InlineData("could not write to 0812-3456-7890")]
    [InlineData("Key (user_name)=(6281234567890) already exists")]
    [InlineData("+6281234567890")]
    [InlineData("mail to ibu.siti@contoh.id bounced")]
    [InlineData("order of pembeli contoh failed")]
    public void A_person_in_a_log_is_noticed(string line) => Assert.True(LogDetector.SpeaksOfSomebody(line));

    [Theory]
    [InlineData("GET pesanan/{token} failed; the visitor was told 4494-84C7")]
    [InlineData("Key {28cefba9-0812-4628-9f05-b27d7b7272b9} may be persisted")]
    [InlineData("Event 01993f0a-6281-7cde-8812-345678901234 stands still")]
    [InlineData("Rp812.345 at 2026-08-12T08:12:34.567Z")]
    public void What_is_nobody_is_let_pass(string line) => Assert.False(LogDetector.SpeaksOfSomebody(line));

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing of importance.")]
    private static partial void Nothing(ILogger log);
}
