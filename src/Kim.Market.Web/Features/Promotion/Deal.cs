using Kim.Market.Web.Drawing;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>The foot of every poster: price or date on the left with the way to it, the code on the right.</summary>
internal sealed class Deal
{
    private const double Between = 40;

    private readonly Wording _said;
    private readonly Fitted? _big;
    private readonly IReadOnlyList<Fitted> _notes;
    private readonly Fitted _call;
    private readonly Fitted _address;
    private readonly double _plate;

    public Deal(Wording said, double width, double code)
    {
        _said = said;
        _plate = Easel.PlateOf(said.Code, code * Math.Sqrt(said.Format.Scale));
        var left = width - _plate - Between;
        _big = said.HasBig ? said.Big(left) : null;
        _notes = said.Notes(left);
        (_call, _address) = (said.Call(left), said.Address(left));
        Width = width;
    }

    private double Width { get; }

    private double Scale => _said.Format.Scale;

    public double Height => Math.Max(_plate, Upper + Lower + (16 * Scale));

    private double Upper => (_big is { } big ? Easel.HeightOf(big) + (8 * Scale) : 0) + _notes.Sum(note => Easel.HeightOf(note) + (7 * Scale));

    private double Lower => Easel.HeightOf(_call) + (6 * Scale) + Easel.HeightOf(_address);

    public void Draw(Easel easel, double x, double y, Colour big, Colour text, Colour on)
    {
        easel.Code(_said.Code, x + Width, y + Height, _plate);
        var at = y;
        if (_big is not null)
        {
            at = easel.Write(_big, x, at, big, on) + (8 * Scale);
        }

        foreach (var note in _notes)
        {
            at = easel.Write(note, x, at, text, on) + (7 * Scale);
        }

        var foot = easel.Write(_call, x, y + Height - Lower, big, on) + (6 * Scale);
        easel.Write(_address, x, foot, text, on);
    }
}
