using System.Text;
using Kim.Market.Domain.Payments;

namespace Kim.Market.Domain.Tests.Payments;

public class QrisTests
{
    internal const string Stall = "00020101021126680016ID.CO.CONTOH.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10999999999990303UMI5204549953033605802ID5916LAPAK KIM CONTOH6015KUTAI KARTANEGA6105755116304CF0D";
    private const string For75000 = "00020101021226680016ID.CO.CONTOH.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10999999999990303UMI5204549953033605405750005802ID5916LAPAK KIM CONTOH6015KUTAI KARTANEGA610575511630413DB";

    private static readonly string[] Three = ["01", "54", "63"];

    [Fact]
    public void The_check_sum_is_the_published_one() => Assert.Equal("29B1", Crc16.Of("123456789"));

    [Fact]
    public void A_stall_s_code_says_who_is_paid()
    {
        var qris = Read(Stall);
        Assert.Equal("LAPAK KIM CONTOH", qris.Merchant);
        Assert.Equal("KUTAI KARTANEGA", qris.City);
        Assert.Equal("ID1099999999999", qris.Nmid);
        Assert.Equal("UMI", qris.Criteria);
        Assert.True(qris.IsStatic);
        Assert.Null(qris.Amount);
        Assert.Equal(Stall, qris.Payload);
    }

    [Fact]
    public void A_code_for_one_payment_says_how_much()
    {
        var qris = Read(For75000);
        Assert.False(qris.IsStatic);
        Assert.Equal(new Rupiah(75_000), qris.Amount);
    }

    [Fact]
    public void With_an_amount_it_is_the_known_code() => Assert.Equal(For75000, Read(Stall).For(new(75_000)).Payload);

    [Fact]
    public void Another_amount_takes_the_place_of_the_first() => Assert.Equal(For75000, Read(Stall).For(new(1)).For(new(75_000)).Payload);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000_000_000_000)]
    public void Nobody_pays_nothing_or_more_than_fits(long amount) => Assert.Throws<ArgumentOutOfRangeException>(() => Read(Stall).For(new(amount)));

    [Theory]
    [InlineData(" {0} ")]
    [InlineData("{0}\r\n")]
    public void A_copied_code_may_bring_its_margins_along(string written) => Assert.Equal(Stall, Read(string.Format(null, written, Stall)).Payload);

    [Fact]
    public void A_code_that_a_chat_broke_in_two_lines_is_one() => Assert.Equal(Stall, Read(Stall.Insert(60, "\n")).Payload);

    [Fact]
    public void A_check_sum_in_small_letters_is_the_same() => Assert.Equal(Read(Stall).Merchant, Read(Stall[..^4] + "cf0d").Merchant);

    [Theory]
    [InlineData("00020101021126680016ID.CO.CONTOH.WWW")]
    [InlineData("000201")]
    [InlineData("00020163040000")]
    [InlineData("0002016304")]
    [InlineData("0002019")]
    [InlineData("000201AA05hello")]
    public void A_cut_code_is_broken(string written) => Refused(written, QrisRefusals.Broken);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("https://wa.me/6281234567890")]
    [InlineData("otpauth://totp/Pasar")]
    [InlineData("LAPAK KIM CONTOH")]
    public void Another_code_is_not_taken_for_one(string? written) => Refused(written, QrisRefusals.NotQris);

    [Fact]
    public void What_is_too_long_is_refused_before_it_is_read()
    {
        Refused(Sealed("000201" + string.Concat(Enumerable.Range(70, 8).Select(tag => $"{tag}60{new string('x', 60)}")) + "5303360"), QrisRefusals.Broken);
        Refused("000201" + new string('0', 1_000_000), QrisRefusals.NotQris);
    }

    [Theory]
    [InlineData("5303360", "5303840", "qris.not_rupiah")]
    [InlineData("5303360", "", "qris.not_rupiah")]
    [InlineData("5802ID", "5802MY", "qris.not_indonesian")]
    [InlineData("5802ID", "", "qris.not_indonesian")]
    [InlineData("5916LAPAK KIM CONTOH", "", "qris.no_name")]
    [InlineData("5916LAPAK KIM CONTOH", "5903   ", "qris.no_name")]
    [InlineData("5802ID", "5802ID5802ID", "qris.broken")]
    [InlineData("5802ID", "5405750,05802ID", "qris.broken")]
    [InlineData("5802ID", "54010" + "5802ID", "qris.broken")]
    [InlineData("5916LAPAK KIM CONTOH", "5916LAPAK KIM CÖNTOH", "qris.broken")]
    public void A_code_that_agrees_with_itself_may_still_be_none_of_ours(string was, string becomes, string code)
    {
        Assert.False(Qris.TryRead(Sealed(Stall[..^8].Replace(was, becomes, StringComparison.Ordinal)), out _, out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void Without_the_national_template_there_is_no_national_number()
    {
        var qris = Read(Sealed(Stall[..^8].Replace("51440014ID.CO.QRIS.WWW0215ID10999999999990303UMI", "5104junk", StringComparison.Ordinal)));
        Assert.Null(qris.Nmid);
        Assert.Equal("LAPAK KIM CONTOH", qris.Merchant);
    }

    [Fact]
    public void Without_an_initiation_it_is_a_stall_s_code_and_still_takes_an_amount()
    {
        var qris = Read(Sealed(Stall[..^8].Replace("010211", "", StringComparison.Ordinal)));
        Assert.True(qris.IsStatic);
        Assert.Equal(For75000, qris.For(new(75_000)).Payload);
    }

    [Fact]
    public void No_single_character_can_be_changed_unnoticed()
    {
        for (var at = 0; at < Stall.Length; at++)
        {
            foreach (var letter in Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(code => code != Stall[at]))
            {
                var changed = string.Concat(Stall.AsSpan(0, at), [letter], Stall.AsSpan(at + 1));
                if (Qris.TryRead(changed, out var qris, out _))
                {
                    // the check sum's own letters may be small
                    Assert.Equal(Stall, changed.ToUpperInvariant());
                    Assert.Equal("LAPAK KIM CONTOH", qris.Merchant);
                }
            }
        }
    }

    [Fact]
    public void No_single_character_can_be_lost_or_swapped_with_its_neighbour()
    {
        for (var at = 0; at < Stall.Length - 1; at++)
        {
            var swapped = string.Concat(Stall.AsSpan(0, at), [Stall[at + 1], Stall[at]], Stall.AsSpan(at + 2));
            Assert.False(Qris.TryRead(Stall.Remove(at, 1), out _, out _));
            Assert.True(swapped == Stall || !Qris.TryRead(swapped, out _, out _));
        }
    }

    [Fact]
    public void Whatever_comes_it_answers()
    {
        var dice = new Random(20261122);
        for (var round = 0; round < 20_000; round++)
        {
            var noise = new StringBuilder(round % 3 == 0 ? "" : "000201");
            for (var length = dice.Next(0, 120); length > 0; length--)
            {
                noise.Append(round % 2 == 0 ? (char)dice.Next('0', '9' + 1) : (char)dice.Next(0, 0x3000));
            }

            var text = round % 5 == 0 ? Sealed(noise.ToString()) : noise.ToString();
            Assert.True(Qris.TryRead(text, out var qris, out var refusal) ? qris.Merchant.Length > 0 : refusal is not null);
        }
    }

    [Fact]
    public void Whatever_the_amount_only_three_fields_change()
    {
        var dice = new Random(360);
        for (var round = 0; round < 2_000; round++)
        {
            var name = new string([.. Enumerable.Range(0, dice.Next(1, 26)).Select(_ => (char)dice.Next('!', '~' + 1))]);
            var stall = Read(Sealed(Stall[..^8].Replace("16LAPAK KIM CONTOH", $"{name.Length:D2}{name}", StringComparison.Ordinal)));
            var amount = new Rupiah(dice.NextInt64(1, 10_000_000_000_000 >> dice.Next(0, 40)));
            var paid = Read(stall.For(amount).Payload);
            Assert.Equal(amount, paid.Amount);
            Assert.Equal(name, paid.Merchant);
            Assert.Equal(Others(stall), Others(paid));
        }
    }

    private static List<(string Tag, string Value)> Others(Qris qris)
    {
        var fields = new List<(string, string)>();
        for (var rest = qris.Payload; rest.Length > 0;)
        {
            var length = int.Parse(rest.AsSpan(2, 2), provider: null);
            if (!Three.Contains(rest[..2]))
            {
                fields.Add((rest[..2], rest.Substring(4, length)));
            }

            rest = rest[(4 + length)..];
        }

        return fields;
    }

    private static string Sealed(string fields) => fields + "6304" + Crc16.Of(fields + "6304");

    private static Qris Read(string written)
    {
        Assert.True(Qris.TryRead(written, out var qris, out var refusal), refusal?.Code);
        return qris;
    }

    private static void Refused(string? written, Refusal expected)
    {
        Assert.False(Qris.TryRead(written, out _, out var refusal));
        Assert.Equal(expected, refusal);
    }
}
