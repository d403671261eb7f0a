using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Groups;

public class StorefrontTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Storefront Front = Storefront.Plain with { Colour = "#8a3ffc" };

    [Fact]
    public void A_storefront_is_arranged_once_however_often_it_is_sent()
    {
        Assert.Equivalent(new GroupStorefrontArranged(Front, Now), Assert.Single(Kim().Arrange(Front, Now)));
        Kim(new GroupStorefrontArranged(Front, Now)).Arrange(Front with { Colour = "#8A3FFC", Hours = [] }, Now).Then();
        Kim().Arrange(Storefront.Plain, Now).Then();
        Kim(new GroupDissolved("Selesai.", null, Now)).Arrange(Front, Now).ThenRefused(GroupRefusals.IsDissolved);
    }

    [Fact]
    public void Any_colour_will_do_as_long_as_it_is_one()
    {
        Agrees(Kim().Arrange(Front with { Colour = "#FFFF00" }, Now));
        Kim().Arrange(Front with { Colour = null }, Now).Then();
        foreach (var colour in new[] { "", "red", "#fff", "#12345g", "8a3ffc", "#8a3ffc;" })
        {
            Kim().Arrange(Front with { Colour = colour }, Now).ThenRefused(StorefrontRefusals.BadColour);
        }
    }

    [Fact]
    public void Goods_answers_and_who_it_is_are_never_hidden()
    {
        Agrees(Kim().Arrange(Front with { Parts = [StorefrontPart.About, StorefrontPart.Questions, StorefrontPart.Products] }, Now));
        foreach (var part in new[] { StorefrontPart.Products, StorefrontPart.Questions, StorefrontPart.About })
        {
            Kim().Arrange(Front with { Parts = [.. Storefront.Plain.Parts.Where(shown => shown != part)] }, Now).ThenRefused(StorefrontRefusals.PartMissing);
        }

        Kim().Arrange(Front with { Parts = [.. Storefront.Plain.Parts, (StorefrontPart)99] }, Now).ThenRefused(StorefrontRefusals.PartMissing);
    }

    [Fact]
    public void Eight_products_stand_first_and_no_more()
    {
        var goods = Enumerable.Range(0, Limits.FeaturedProducts + 1).Select(_ => Id<Product>.New()).ToArray();

        Agrees(Kim().Arrange(Front with { Featured = goods[1..] }, Now));
        Agrees(Kim().Arrange(Front with { Featured = [.. goods[1..], goods[1]] }, Now));
        Kim().Arrange(Front with { Featured = goods }, Now).ThenRefused(StorefrontRefusals.TooManyFeatured);
    }

    [Fact]
    public void A_day_opens_once_and_closes_later()
    {
        OpeningTime At(DayOfWeek day, int from, int until) => new(day, new(from, 0), new(until, 0));

        var arranged = Assert.IsType<GroupStorefrontArranged>(Kim().Arrange(Front with { Hours = [At(DayOfWeek.Sunday, 8, 12), At(DayOfWeek.Monday, 8, 16)] }, Now)[0]);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Sunday], arranged.Storefront.Hours.Select(time => time.Day));
        Kim().Arrange(Front with { Hours = [At(DayOfWeek.Monday, 8, 8)] }, Now).ThenRefused(StorefrontRefusals.HoursTurned);
        Kim().Arrange(Front with { Hours = [At(DayOfWeek.Monday, 8, 9), At(DayOfWeek.Monday, 10, 11)] }, Now).ThenRefused(StorefrontRefusals.DayTwice);
    }

    [Theory]
    [InlineData(ChannelKind.Instagram, "@kim.sarijaya", "https://www.instagram.com/kim.sarijaya")]
    [InlineData(ChannelKind.Instagram, "https://m.instagram.com/kim.sarijaya/?igsh=abc#x", "https://www.instagram.com/kim.sarijaya")]
    [InlineData(ChannelKind.TikTok, "kimsarijaya", "https://www.tiktok.com/@kimsarijaya")]
    [InlineData(ChannelKind.YouTube, "youtube.com/@kimsarijaya", "https://www.youtube.com/@kimsarijaya")]
    [InlineData(ChannelKind.Facebook, "fb.com/kimsarijaya", "https://www.facebook.com/kimsarijaya")]
    [InlineData(ChannelKind.Web, "KIM-Sarijaya.Example/profil?utm_source=wa", "https://kim-sarijaya.example/profil")]
    [InlineData(ChannelKind.WhatsApp, "https://whatsapp.com/channel/0029VaAbC", "https://whatsapp.com/channel/0029VaAbC")]
    [InlineData(ChannelKind.WhatsApp, "chat.whatsapp.com/AbCdEf", "https://chat.whatsapp.com/AbCdEf")]
    public void A_channel_is_taken_as_people_write_it_and_kept_without_its_tail(ChannelKind kind, string typed, string address)
    {
        var channel = Channel.Of(kind, typed);

        Assert.Equal(address, channel?.Address);
        Assert.Equal(channel, Channel.Of(kind, address));
        Agrees(Kim().Arrange(Front with { Channels = [channel!] }, Now));
    }

    [Theory]
    [InlineData(ChannelKind.Instagram, "https://instagram.com.jahat.example/kim")]
    [InlineData(ChannelKind.Instagram, "https://www.instagram.com/")]
    [InlineData(ChannelKind.Instagram, "https://www.instagram.com@jahat.example/kim")]
    [InlineData(ChannelKind.Facebook, "javascript:alert(1)")]
    [InlineData(ChannelKind.Web, "http://kim.example")]
    [InlineData(ChannelKind.Web, "https://127.0.0.1/")]
    [InlineData(ChannelKind.Web, "https://localhost/")]
    [InlineData(ChannelKind.Web, "https://kim.example:8443/")]
    [InlineData(ChannelKind.WhatsApp, "https://wa.me/6281234567890")]
    [InlineData(ChannelKind.WhatsApp, "0812-3456-7890")]
    [InlineData(ChannelKind.Instagram, "081234567890")]
    public void What_leads_elsewhere_or_is_a_number_is_no_channel(ChannelKind kind, string typed)
    {
        Assert.Null(Channel.Of(kind, typed));
        Kim().Arrange(Front with { Channels = [new(kind, typed)] }, Now).ThenRefused(StorefrontRefusals.BadChannel);
    }

    [Fact]
    public void An_announcement_has_an_end_and_nobody_s_number()
    {
        var announced = new GroupAnnounced("Dapur libur.", Now.AddDays(3), Now);
        Kim().Announce(" Dapur libur. ", Now.AddDays(3), Now).Then(announced);
        Kim(announced).Announce("Dapur libur.", Now.AddDays(3), Now.AddHours(1)).Then();
        Kim().Announce(" ", Now.AddDays(3), Now).ThenRefused(StorefrontRefusals.AnnouncementLength);
        Kim().Announce(new string('a', Limits.Announcement + 1), Now.AddDays(3), Now).ThenRefused(StorefrontRefusals.AnnouncementLength);
        Kim().Announce("Telepon 0812 3456 7890", Now.AddDays(3), Now).ThenRefused(StorefrontRefusals.HoldsNumber);
        Kim().Announce("Dapur libur.", Now, Now).ThenRefused(StorefrontRefusals.EndsTooSoon);
        Kim().Announce("Dapur libur.", Now.AddYears(2), Now).ThenRefused(StorefrontRefusals.EndsTooLate);

        Kim(announced).EndAnnouncement(Now.AddDays(1)).Then(new GroupAnnouncementEnded(Now.AddDays(1)));
        Kim(announced).EndAnnouncement(Now.AddDays(4)).Then();
        Kim(announced, new GroupAnnouncementEnded(Now)).EndAnnouncement(Now).Then();
    }

    [Fact]
    public void A_cover_has_words_for_whoever_does_not_see_it()
    {
        var cover = new Photo(new string('a', 64), "Dermaga pagi hari.");
        Kim().HangCover(cover with { Alt = " Dermaga pagi hari. " }, Now).Then(new GroupCoverHung(cover, Now));
        Kim(new GroupCoverHung(cover, Now)).HangCover(cover, Now).Then();
        Kim().HangCover(cover with { Alt = " " }, Now).ThenRefused(StorefrontRefusals.CoverNeedsWords);
        Kim().HangCover(cover with { Alt = "Hubungi 081234567890" }, Now).ThenRefused(StorefrontRefusals.HoldsNumber);
        Kim(new GroupCoverHung(cover, Now)).TakeDownCover(Now).Then(new GroupCoverTakenDown(Now));
        Kim().TakeDownCover(Now).Then();
    }

    private static void Agrees(Decision<GroupEvent> decision)
    {
        Assert.Null(decision.Refusal);
        Assert.IsType<GroupStorefrontArranged>(Assert.Single(decision));
    }

    private static Group Kim(params GroupEvent[] then) => Given.History<Group, GroupEvent>(
        [new GroupProposed(Id<Group>.New(), "KIM Contoh", "kim-contoh", RegionCode.Parse("64.02.15.1004"), GroupBasis.Territorial, [], "", Now), .. then]);
}
