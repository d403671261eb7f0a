using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Complaints;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Reviews;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>What buyers say once they have their goods: a believable share of reviews, and few complaints, most of them settled.</summary>
/// <remarks>Draws from a chance of its own, so that the orders are the same with and without it.</remarks>
public sealed class DemoVoices(NpgsqlDataSource db, OrderDesk desk, ComplaintDesk complaints, ReviewBook reviews, int seed)
{
    private static readonly string[][] Said =
    [
        ["Barang rusak waktu dibuka. Sudah saya sampaikan ke penjual."],
        ["Isinya lebih sedikit dari yang saya kira.", "Lama disiapkan, harus saya tanyakan dua kali."],
        ["Barangnya baik, bungkusnya bisa lebih rapi.", "Agak lama, tapi sesuai pesanan."],
        ["Sesuai foto, akan beli lagi.", "Harga pas untuk mutunya.", "Bagus. Ongkirnya agak mahal untuk saya.", ""],
        ["Dikemas rapi, sampai utuh.", "Sudah kali kedua beli di sini, tetap bagus.", "Penjual cepat menjawab dan ramah.", "Mutunya bagus, saudara di kota ikut pesan.", "Persis seperti di foto.", ""],
    ];

    private static readonly (ComplaintKind Kind, string Words, ComplaintRemedy Offer, string Answer)[] Wrongs =
    [
        (ComplaintKind.Damaged, "Satu bungkus sobek waktu dibuka.", ComplaintRemedy.Replace, "Maaf, kami ganti yang sobek. Kapan bisa diambil?"),
        (ComplaintKind.Fewer, "Saya pesan tiga, yang ada di kardus dua.", ComplaintRemedy.Replace, "Betul, satu tertinggal. Besok kami antar."),
        (ComplaintKind.Wrong, "Yang datang rasa lain dari yang saya pesan.", ComplaintRemedy.Refund, "Maaf tertukar. Uangnya kami kembalikan."),
        (ComplaintKind.Other, "Tanggal produksinya tidak tertulis.", ComplaintRemedy.Nothing, "Dibuat pekan ini; labelnya kami lengkapi mulai sekarang."),
    ];

    private readonly Random _chance = new(seed);

    /// <param name="done">When the goods changed hands.</param>
    /// <param name="latest">What would be later is left out.</param>
    public void PlanAfter(DemoAgenda agenda, Guid order, DateTimeOffset done, DateTimeOffset latest)
    {
        var (reviewed, complained) = (_chance.Next(100) < 18, _chance.Next(100) < 1);
        var stars = _chance.Next(100) switch { < 1 => 1, < 5 => 2, < 14 => 3, < 42 => 4, _ => 5 };
        var words = Said[stars - 1][_chance.Next(Said[stars - 1].Length)];
        var at = done.AddHours(_chance.Next(2, 70));
        var replies = _chance.Next(100) < (stars <= 3 ? 60 : 12);
        if (reviewed && at.AddHours(20) < latest)
        {
            agenda.At(at, ct => ReviewAsync(order, stars, words, at, replies ? at.AddHours(12) : null, agenda, ct));
        }

        if (complained && done.AddHours(30) < latest)
        {
            PlanComplaint(agenda, order, done.AddHours(3), isEscalated: _chance.Next(6) == 0 && done.AddHours(80) < latest, isOver: true);
        }
    }

    /// <summary>A complaint, the answer to it, and how it ends.</summary>
    public void PlanComplaint(DemoAgenda agenda, Guid order, DateTimeOffset at, bool isEscalated, bool isOver)
    {
        var wrong = Wrongs[_chance.Next(Wrongs.Length)];
        Say(at, wrong.Words, (known, id, moment) => known.Complain(id, wrong.Kind, [], moment));
        if (isOver || isEscalated)
        {
            Say(at.AddHours(8), wrong.Answer, (known, id, moment) => known.AnswerComplaint(id, wrong.Offer, [], moment));
        }

        if (isEscalated)
        {
            Tell(at.AddHours(20), (known, moment) => known.EscalateComplaint(moment));
            if (isOver)
            {
                Say(at.AddHours(40), "Kami usulkan seperti tawaran penjual, ditambah ongkirnya.", (known, id, moment) => known.ProposeRemedy(id, wrong.Offer, moment));
                Say(at.AddHours(60), "Kami sependapat dengan KIM.", (known, id, moment) => known.DecideComplaint(id, wrong.Offer, moment));
            }
        }
        else if (isOver)
        {
            Tell(at.AddHours(24), (known, moment) => known.SettleComplaint(moment));
        }

        void Say(DateTimeOffset moment, string words, Func<Order, Guid, DateTimeOffset, Decision<OrderEvent>> decide)
        {
            var id = NextGuid();
            agenda.At(moment, async ct =>
            {
                if (await db.RowsAsync<Guid>($"select buyer_id from orders where order_id = {order}", ct) is [var buyer])
                {
                    await complaints.SayAsync(order, buyer, null, new(id, words, []), (known, _, now) => decide(known, id, now), new Metadata(), ct, moment);
                }
            });
        }

        void Tell(DateTimeOffset moment, Func<Order, DateTimeOffset, Decision<OrderEvent>> decide) =>
            agenda.At(moment, ct => desk.TellAsync(new Id<Order>(order), version: null, decide, new Metadata(), ct, moment));
    }

    private async Task ReviewAsync(Guid order, int stars, string words, DateTimeOffset at, DateTimeOffset? replied, DemoAgenda agenda, CancellationToken ct)
    {
        if (await reviews.LineAsync(order, ct) is not { } line || await reviews.GiveAsync(line, stars, words, new Metadata(At: at), ct, at) is not null)
        {
            return;
        }

        if (replied is { } moment)
        {
            var review = Domain.Reviews.Review.Of(new(order), new(line.ProductId)).Value;
            agenda.At(moment, after => reviews.TellAsync(
                review, (known, _) => known.Reply(stars <= 3 ? "Maaf, akan kami perbaiki. Terima kasih sudah mengatakannya." : "Terima kasih sudah membeli di sini.", moment), new Metadata(At: moment), after));
        }
    }

    private Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _chance.NextBytes(bytes);
        return new(bytes);
    }
}
