using Kim.Market.Web.Drawing;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>Numbers in their order, drawn where something else would show a photo.</summary>
/// <param name="Title">What is counted.</param>
/// <param name="Bars">Each with what stands below it and above it.</param>
public sealed record BarChart(string Title, IReadOnlyList<ChartBar> Bars)
{
    // telephones and the waves of a poster cover the rest of the frame
    private const double Above = 112;
    private const double Below = 118;
    private const double Side = 44;
    private const double Gap = 0.3;
    private const double Small = 24;
    private const double Air = 10;

    // below every so many bars stands its name, and below the last
    private const int Named = 3;

    /// <summary>All that can be seen of it.</summary>
    public string Seen => string.Join('\0', [Title, .. Bars.Select(bar => $"{bar.Label} {bar.Shown} {bar.Value}")]);

    internal void Draw(Easel easel, double x, double y, double wide, double tall, Palette palette, Colour ground)
    {
        var (left, inner, ink) = (x + Side, wide - (2 * Side), Palette.On(ground));
        var head = easel.Write(Fitted.Of(PdfFont.Bold, Title, inner, 2, Small * 1.2, Small * 0.8), left, y + Above, ink, ground);
        var foot = y + tall - Below - Small;
        var (top, step) = (head + Air + Small + Air, inner / Bars.Count);
        var most = Math.Max(1, Bars.Max(bar => bar.Value));
        var peak = Bars.Index().MaxBy(bar => bar.Item.Value).Index;
        for (var i = 0; i < Bars.Count; i++)
        {
            var (bar, isLast) = (Bars[i], i == Bars.Count - 1);
            var high = Math.Max(0, foot - top) * bar.Value / most;
            easel.Fill(Outline.Box(left + (i * step) + (step * Gap / 2), foot - high, step * (1 - Gap), high), isLast ? ink : palette.LeadOnPaper);
            if (i % Named == 0 && i < Bars.Count - 2 || isLast)
            {
                Centred(bar.Label, left + ((i + 0.5) * step), foot + (Air / 2));
            }

            if ((i == peak || (isLast && i - peak >= Named)) && bar.Value > 0)
            {
                Centred(bar.Shown, left + ((i + 0.5) * step), foot - high - Small - (Air / 2));
            }
        }

        easel.Fill(Outline.Box(left, foot, inner, 2), ink);

        void Centred(string text, double middle, double at)
        {
            var fitted = Fitted.Of(PdfFont.Bold, text, inner / 2, 1, Small, Small * 0.8);
            var half = fitted.Font.Width(fitted.Lines[0], fitted.Size) / 2;
            easel.Write(fitted, Math.Clamp(middle, left + half, left + inner - half) - half, at, ink, ground);
        }
    }
}

/// <summary>One number of a chart.</summary>
/// <param name="Shown">As it is written above its bar, where it is.</param>
public sealed record ChartBar(string Label, string Shown, long Value);
