using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Enquiries;
using Kim.Market.Web.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Enquiries;

/// <summary>Somebody asks a village, its KIM answers in three working days, or the office does; everybody sees how often that holds.</summary>
public sealed class EnquiryTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_investor_asks_about_an_opening_and_reads_the_answer()
    {
        var village = RegionCode.Parse("64.02.01.2006");
        var kim = await _cast.Kim("KIM Tanya Satu", village);
        var (potential, slug) = await _cast.Potential(kim, village: village);
        await _cast.Confirmed(potential);
        var asker = app.Visitor();
        await asker.Visit($"/potensi/{slug}");
        await asker.Visit(asker.Find("ask-link")!.GetAttribute("href")!);
        Assert.Contains("Kerupuk ikan titian", asker.Text("about"), StringComparison.Ordinal);
        await asker.Submit(
            "ask-form", ("Input.Kind", "Investment"), ("Input.Words", "Berapa luas lahan untuk pengering? <b>Kami</b> dari koperasi."),
            ("Input.Name", "Ratna Penanya"), ("Input.WhatsApp", Wondering.Number()), ("Input.From", "Koperasi Contoh"));

        Assert.StartsWith("/tanya/", asker.Path, StringComparison.Ordinal);
        Assert.Equal("Menunggu jawaban KIM", asker.Text("stand"));
        Assert.Contains("Dijawab paling lambat", asker.Text("due"), StringComparison.Ordinal);
        var own = asker.Path;

        var writer = app.As(await _cast.Curator(kim, GroupRole.Writer));
        await writer.Visit("/kelola");
        await writer.Visit(writer.Find("enquiries-link")!.GetAttribute("href")!);
        await writer.Visit(writer.Find("open-enquiry")!.GetAttribute("href")!);
        Assert.Contains("Kerupuk ikan titian", writer.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ratna Penanya, Koperasi Contoh", writer.Text("asker"), StringComparison.Ordinal);
        Assert.Contains("<b>Kami</b>", writer.Text("said-words"), StringComparison.Ordinal); // as it was typed, and no markup
        Assert.Null(writer.Find("whatsapp-link")); // recorded first
        await writer.Submit("answer-form", ("Input.Words", "Tiga ratus meter persegi, tanah kas desa."));
        Assert.Contains("https://wa.me/62813", writer.Find("whatsapp-link")!.GetAttribute("href"), StringComparison.Ordinal);

        await asker.Visit(own);
        Assert.Equal("Sudah dijawab", asker.Text("stand"));
        Assert.Contains("Tiga ratus meter persegi", asker.Text("talk"), StringComparison.Ordinal);
        await asker.Visit($"/desa/{village}/tanya-jawab");
        Assert.Equal("1 dari 1 dijawab dalam 3 hari kerja", asker.Text("share"));
        Assert.DoesNotContain("Ratna", asker.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("lahan", asker.Page.Body!.TextContent, StringComparison.Ordinal);
        await asker.Visit("/pesanan");
        Assert.Contains(asker.All("own-enquiry"), one => one.TextContent.Contains("Investasi atau kerja sama", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pressing_twice_asks_once()
    {
        var kim = await _cast.Kim();
        var asking = new Asking(
            Guid.NewGuid(), EnquiryKind.Visit, Cast.Village, kim, null, null, "Dua Kali", WhatsAppNumber.Parse(Wondering.Number()), null, "Sekali saja", false);
        var desk = app.Services.GetRequiredService<EnquiryDesk>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.MakeAsync(asking, new(), Stop)));

        Assert.Single(answers.Select(answer => answer.Key).Distinct());
        Assert.Equal(1, await CountAsync($"select count(*) from enquiries where group_id = {kim.Value}"));
    }

    [Fact]
    public async Task The_same_answer_sent_ten_times_is_said_once()
    {
        var kim = await _cast.Kim();
        var (id, key) = await Wondering.Asked(app, kim);
        var said = Guid.NewGuid();
        var desk = app.Services.GetRequiredService<EnquiryDesk>();
        var buyer = (await app.Services.GetRequiredService<EnquiryBook>().OpenAsync(key, Stop))!.BuyerId;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.SayAsync(
            id, buyer, said, "Boleh.", (known, _, now) => known.Answer(said, null, now), new(), Stop)));

        Assert.All(answers, Assert.Null);
        Assert.Equal(1, await CountAsync($"select count(*) from events.mt_events where stream_id = {id} and type = 'enquiry_answered'"));
    }

    [Fact]
    public async Task One_number_does_not_ask_all_day()
    {
        var kim = await _cast.Kim();
        var number = WhatsAppNumber.Parse(Wondering.Number());
        var desk = app.Services.GetRequiredService<EnquiryDesk>();
        for (var asked = 0; asked < Limits.EnquiriesADay; asked++)
        {
            Assert.Null((await desk.MakeAsync(new(Guid.NewGuid(), EnquiryKind.Visit, Cast.Village, kim, null, null, "Rajin", number, null, "Lagi", false), new(), Stop)).Refusal);
        }

        var visitor = app.Visitor();
        await visitor.Visit($"/desa/{Cast.Village}/tanya");
        await visitor.Submit("ask-form", ("Input.Words", "Sekali lagi"), ("Input.Name", "Rajin"), ("Input.WhatsApp", number.Local));
        Assert.Contains("Dari nomor ini sudah ada 5 pertanyaan", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sekali lagi", visitor.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal); // nothing typed is lost
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field()
    {
        var visitor = app.Visitor();
        await visitor.Visit($"/desa/{Cast.Village}/tanya?jenis=aspirasi");
        await visitor.Submit("ask-form", ("Input.Words", ""), ("Input.Name", ""), ("Input.WhatsApp", "12"));

        Assert.NotNull(visitor.Page.QuerySelector("#Input_Words-salah"));
        Assert.NotNull(visitor.Page.QuerySelector("#Input_Name-salah"));
        Assert.NotNull(visitor.Page.QuerySelector("#Input_WhatsApp-salah"));
        Assert.Equal("Aspiration", visitor.Page.QuerySelector("[name='Input.Kind'][checked]")!.GetAttribute("value"));
        await visitor.Visit("/desa/64.02.15/tanya");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task A_KIM_passes_on_to_the_office_which_answers()
    {
        var kim = await _cast.Kim();
        var (id, key) = await Wondering.Asked(app, kim, kind: EnquiryKind.Aspiration, words: "Lampu jalan dermaga mati.");
        var officer = app.As(await _cast.Officer("64.02"));
        await officer.Visit($"/dinas/pertanyaan/{id}");
        Assert.Equal(HttpStatusCode.NotFound, officer.Status); // not theirs before it reached them

        var chair = app.As(await _cast.Curator(kim, GroupRole.Chair));
        await chair.Visit($"/kelola/pertanyaan/{id}");
        await chair.Submit("pass-office");
        await officer.Visit($"/dinas/pertanyaan/{id}");
        await officer.Submit("answer-form", ("Input.Words", "Sudah dijadwalkan pekan depan."));
        var asker = app.Visitor();
        await asker.Visit($"/tanya/{key}");
        Assert.Contains("KIM meneruskannya ke dinas", asker.Text("happened"), StringComparison.Ordinal);
        Assert.Contains("Sudah dijadwalkan pekan depan.", asker.Text("talk"), StringComparison.Ordinal);

        var auditor = app.As(await _cast.Officer("64.02", OfficeRole.Auditor));
        await auditor.Visit($"/dinas/pertanyaan/{id}");
        Assert.Null(auditor.Find("answer-form")); // auditors read
    }

    [Fact]
    public async Task Where_no_KIM_works_the_office_is_asked()
    {
        var village = RegionCode.Parse("64.02.01.2013");
        var (id, _) = await Wondering.Asked(app, null, village);
        var officer = app.As(await _cast.Officer("64.02"));
        await officer.Visit($"/dinas/pertanyaan/{id}");

        Assert.Equal(HttpStatusCode.OK, officer.Status);
        Assert.NotNull(officer.Find("answer-form"));
    }

    [Fact]
    public async Task What_the_asker_allows_is_told_on_the_villages_page_until_they_take_it_back()
    {
        var village = RegionCode.Parse("64.02.01.2007");
        var kim = await _cast.Kim("KIM Tanya Tampil", village);
        var (id, key) = await Wondering.Asked(app, kim, village, words: "Nama saya Sulastri, apakah ada penginapan?", mayShow: true);
        var writer = app.As(await _cast.Curator(kim, GroupRole.Writer));
        await writer.Visit($"/kelola/pertanyaan/{id}");
        Assert.Null(writer.Find("show-form")); // answered first
        await writer.Submit("answer-form", ("Input.Words", "Ada tiga rumah warga."));
        await writer.Submit("show-form", ("Input.Question", "Apakah ada penginapan?"), ("Input.Answer", "Hubungi 0812 3456 7890"));
        Assert.Contains("Jangan tulis nomor telepon", writer.Page.Body!.TextContent, StringComparison.Ordinal);
        await writer.Submit("show-form", ("Input.Question", "Apakah ada penginapan?"), ("Input.Answer", "Ada, tiga rumah warga."));

        var reader = app.Visitor();
        await reader.Visit($"/desa/{village}/tanya-jawab");
        Assert.Equal("Apakah ada penginapan?", reader.Text("shown-question"));
        var asker = app.Visitor();
        await asker.Visit($"/tanya/{key}");
        await asker.Submit("withdraw-consent");
        await reader.Visit($"/desa/{village}/tanya-jawab");
        Assert.Null(reader.Find("shown-question"));
        await writer.Visit($"/kelola/pertanyaan/{id}");
        Assert.Null(writer.Find("show-form"));
    }

    [Fact]
    public async Task Whoever_is_forgotten_leaves_the_count_and_nothing_else()
    {
        var village = RegionCode.Parse("64.02.01.2008");
        var kim = await _cast.Kim("KIM Tanya Lupa", village);
        var mark = Cast.Mark();
        var (id, key) = await Wondering.Asked(app, kim, village, words: $"Rahasia {mark}");
        var writer = app.As(await _cast.Curator(kim, GroupRole.Writer));
        await writer.Visit($"/kelola/pertanyaan/{id}");
        await writer.Submit("answer-form", ("Input.Words", $"Baik, {mark}"));
        var asker = app.Visitor();
        Assert.Contains(mark, await asker.Http.GetStringAsync(new Uri($"/tanya/{key}/data?handler=File", UriKind.Relative), Stop), StringComparison.Ordinal);
        await asker.Visit($"/tanya/{key}/data");
        await asker.Submit("erase-form", ("Input.Sure", "true"));

        Assert.NotNull(asker.Find("erased"));
        Assert.Equal(0, await CountAsync($"select count(*) from vault.enquiry_words where enquiry_id = {id}"));
        Assert.Equal(0, await CountAsync($"select count(*) from vault.keys k join app.enquiry_keys e on e.buyer_id = k.subject where e.enquiry_id = {id}"));
        Assert.Equal(0, await CountAsync($"select count(*) from vault.buyer_marks m join app.enquiry_keys e on e.buyer_id = m.buyer where e.enquiry_id = {id}"));
        await writer.Visit($"/kelola/pertanyaan/{id}");
        Assert.DoesNotContain(mark, writer.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("data pribadi dihapus", writer.Text("said-words"), StringComparison.Ordinal);
        await asker.Visit($"/desa/{village}/tanya-jawab");
        Assert.Equal("1 dari 1 dijawab dalam 3 hari kerja", asker.Text("share"));
    }

    [Fact]
    public async Task KIM_and_office_and_asker_hear_of_it()
    {
        var kim = await _cast.Kim();
        var chair = await _cast.Curator(kim, GroupRole.Chair);
        var officer = await _cast.Officer("64.02");
        var (id, _) = await Wondering.Asked(app, kim);
        await app.Services.GetRequiredService<EnquiryDesk>().TellAsync(id, (known, days, now) => known.PassToOffice(days, now), new(), Stop);
        await app.Told();

        Assert.Equal(1, await HeardAsync(chair, id, 90));
        Assert.Equal(0, await HeardAsync(officer, id, 90));
        Assert.Equal(1, await HeardAsync(officer, id, 93));
    }

    [Fact]
    public async Task Of_twenty_at_once_from_one_number_five_are_taken()
    {
        var kim = await _cast.Kim();
        var (desk, number) = (app.Services.GetRequiredService<EnquiryDesk>(), WhatsAppNumber.Parse(Wondering.Number()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => desk.MakeAsync(
            new(Guid.NewGuid(), EnquiryKind.Visit, Cast.Village, kim, null, null, "Penanya Banyak", number, null, $"Pertanyaan {n}", false), new(), Stop)));

        Assert.Equal(Limits.EnquiriesADay, answers.Count(answer => answer.Key is not null));
        Assert.Equal(20 - Limits.EnquiriesADay, answers.Count(answer => answer.Refusal == EnquiryRefusals.TooMany));
    }

    [Fact]
    public async Task Whoever_asks_from_abroad_is_answered_there_and_cannot_order_with_it()
    {
        var kim = await _cast.Kim();
        var asker = app.Visitor();
        await asker.Visit($"/desa/{Cast.Village}/tanya");
        await asker.Submit("ask-form", ("Input.Words", "May we come in July?"), ("Input.Name", "Visitor Example"), ("Input.WhatsApp", "+60 123"));
        Assert.Contains("+60 12-345 6789", asker.Page.QuerySelector("#Input_WhatsApp-salah")!.TextContent, StringComparison.Ordinal);
        await asker.Submit("ask-form", ("Input.Words", "May we come in July?"), ("Input.Name", "Visitor Example"), ("Input.WhatsApp", "+60 11-5555 0123"), ("Input.To", kim.Value.ToString()));
        Assert.StartsWith("/tanya/", asker.Path, StringComparison.Ordinal);
        var found = await app.Services.GetRequiredService<EnquiryBook>().OpenAsync(asker.Path.Split('/')[^1], Stop);

        var writer = app.As(await _cast.Curator(new(found!.GroupId!.Value), GroupRole.Writer));
        await writer.Visit($"/kelola/pertanyaan/{found.EnquiryId}");
        Assert.Contains("+601155550123", writer.Text("asker"), StringComparison.Ordinal);
        await writer.Submit("answer-form", ("Input.Words", "Yes, the lake is high then."));
        await writer.Visit($"/kelola/pertanyaan/{found.EnquiryId}");
        Assert.StartsWith("https://wa.me/601155550123?", writer.Find("whatsapp-link")!.GetAttribute("href"), StringComparison.Ordinal);
        await asker.Visit($"{asker.Path}/data");
        Assert.Contains("+601155550123", asker.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_another_opens_nothing()
    {
        var visitor = app.Visitor();
        foreach (var key in new[] { "AAAAAAAAAAAAAAAAAAAAAA", "x", "tanya" })
        {
            foreach (var page in new[] { "", "/data", "/kabar" })
            {
                await visitor.Visit($"/tanya/{key}{page}");
                Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
            }
        }
    }

    private Task<long> HeardAsync(Id<Member> member, Guid stream, short kind) =>
        CountAsync($"select count(*) from app.notices where member_id = {member.Value} and stream = {stream} and kind = {kind}");

    private async Task<long> CountAsync(Sql sql) => (await app.Db.QueryAsync(sql, row => row.GetInt64(0), Stop)).Single();
}
