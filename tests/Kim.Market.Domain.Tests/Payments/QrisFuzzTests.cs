using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kim.Market.Domain.Payments;

namespace Kim.Market.Domain.Tests.Payments;

/// <summary>Whatever stands in a picture: the parser says yes or no, never anything else, and what it believes is whole.</summary>
public class QrisFuzzTests
{
    private static readonly string[] Valid = [QrisTests.Stall, Payload(1), Payload(75_000), Payload(9_999_999_999_999)];

    [Fact]
    public void Any_bytes_are_a_code_or_none() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3_000),
        Prop.ForAll(Arb.From(Gen.Choose(0, 255).Select(value => (byte)value).ListOf()), bytes => IsSound(Encoding.Latin1.GetString([.. bytes]))));

    [Fact]
    public void Any_text_is_a_code_or_none() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Arb.From(ArbMap.Default.GeneratorFor<string>()), text => IsSound(text)));

    [Fact]
    public void Fields_of_any_length_behind_a_good_beginning_are_a_code_or_none() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3_000),
        Prop.ForAll(Arb.From(Fields()), fields => IsSound("000201" + fields) && IsSound(Sealed("000201" + fields))));

    [Fact]
    public void A_code_of_which_one_letter_was_changed_is_not_believed() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5_000),
        Prop.ForAll(Arb.From(Misread()), code => !Qris.TryRead(code, out _, out _)));

    [Fact]
    public void A_code_that_was_changed_anywhere_is_sound_or_refused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(Arb.From(Changed()), IsSound));

    [Fact]
    public void A_code_that_was_changed_and_sealed_again_is_sound_or_refused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5_000),
        Prop.ForAll(Arb.From(Changed()), text => IsSound(Sealed(text.Length > 8 ? text[..^8] : text))));

    [Fact]
    public void However_long_it_is_it_is_answered_at_once()
    {
        var begun = System.Diagnostics.Stopwatch.StartNew();
        foreach (var endless in new[] { new string('0', 5_000_000), "000201" + new string('\n', 5_000_000), string.Concat(Enumerable.Repeat("0000", 1_000_000)) })
        {
            Assert.False(Qris.TryRead(endless, out _, out _));
        }

        Assert.True(begun.Elapsed < TimeSpan.FromSeconds(1), $"It took {begun.Elapsed}.");
    }

    /// <summary>A refusal, or a code that has a name, is not longer than a code may be, reads itself again, and takes an amount.</summary>
    private static bool IsSound(string? text)
    {
        if (!Qris.TryRead(text, out var qris, out var refusal))
        {
            return qris is null && refusal is not null;
        }

        var asked = qris.For(new(1));
        return refusal is null && qris.Merchant.Length > 0 && qris.Payload.Length <= Limits.Qris
            && Qris.TryRead(qris.Payload, out var again, out _) && again.Payload == qris.Payload
            && asked.Amount == new Rupiah(1) && (asked.Payload.Length > Limits.Qris || Qris.TryRead(asked.Payload, out _, out _));
    }

    private static string Payload(long amount) => Qris.TryRead(QrisTests.Stall, out var qris, out _) ? qris.For(new(amount)).Payload : "";

    private static string Sealed(string text) => text + "6304" + Crc16.Of(text + "6304");

    private static Gen<string> Fields() =>
        (from tag in Gen.Choose(0, 99)
         from length in Gen.Choose(0, 99)
         from value in Gen.Elements("ID", "360", "0014ID.CO.QRIS.WWW", "", "75000", "-1", "٣٦٠", "\0", "LAPAK")
         from isHonest in Gen.Elements(true, true, false)
         select $"{tag:00}{(isHonest ? value.Length : length):00}{value}").ListOf().Select(string.Concat);

    // The check sum finds every single letter; a small letter of its own is the same number.
    private static Gen<string> Misread() =>
        from of in Gen.Elements(Valid)
        from at in Gen.Choose(0, of.Length - 1)
        from letter in Gen.Choose('!', '~').Select(value => (char)value).Where(value => char.ToUpperInvariant(value) != char.ToUpperInvariant(of[at]))
        select of[..at] + letter + of[(at + 1)..];

    // One to three changes: a character replaced, taken out, put in, or a piece repeated.
    private static Gen<string> Changed() =>
        from of in Gen.Elements(Valid)
        from changes in (
            from kind in Gen.Choose(0, 3)
            from at in Gen.Choose(0, 10_000)
            from letter in Gen.Choose(0, 300)
            select (kind, at, letter)).NonEmptyListOf()
        select changes.Take(3).Aggregate(of, (text, change) => Change(text, change.kind, change.at, (char)change.letter));

    private static string Change(string text, int kind, int at, char letter)
    {
        var place = at % Math.Max(1, text.Length);
        return text.Length == 0 ? letter.ToString() : kind switch
        {
            0 => text[..place] + letter + text[(place + 1)..],
            1 => text.Remove(place, 1),
            2 => text.Insert(place, letter.ToString()),
            _ => text + text[place..],
        };
    }
}
