using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Kim.Market.Web.Tests.Shared;

public class FieldTests
{
    private sealed class Form
    {
        [Display(Name = "Nomor WhatsApp")]
        public string? Phone { get; init; }

        public Rupiah? Price { get; init; }
    }

    public FieldTests() => Languages.Speak(Languages.Indonesian);

    [Fact]
    public async Task A_field_ties_label_hint_and_control_together()
    {
        await using var app = await ShellApp.Start();

        var field = await app.Field(new Form { Phone = "0812" }, "Phone", field => field.Hint = "Penjual menghubungi Anda di sini.");

        var control = field.QuerySelector("input")!;
        Assert.Equal("0812", control.GetAttribute("value"));
        Assert.Equal("Nomor WhatsApp", field.QuerySelector($"label[for={control.Id}]")!.TextContent);
        Assert.Equal("Penjual menghubungi Anda di sini.", field.QuerySelector($"#{control.GetAttribute("aria-describedby")}")!.TextContent);
        Assert.False(control.HasAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_wrong_field_keeps_what_was_typed_and_says_what_is_wrong()
    {
        await using var app = await ShellApp.Start();
        var state = new ModelStateDictionary();
        state.SetModelValue("Phone", "08<b>", "08<b>");
        state.AddModelError("Phone", "Baru 2 angka.");

        var field = await app.Field(new Form { Phone = "lama" }, "Phone", _ => { }, state);

        var control = field.QuerySelector("input")!;
        Assert.Equal("08<b>", control.GetAttribute("value"));
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Equal("Baru 2 angka.", field.QuerySelector($"#{control.GetAttribute("aria-describedby")}")!.TextContent);
    }

    [Fact]
    public async Task Money_is_shown_as_it_is_read()
    {
        await using var app = await ShellApp.Start();

        var field = await app.Field(new Form { Price = new(1_250_000) }, "Price", field => field.Type = "money");

        Assert.Equal("Rp", field.QuerySelector(".affix span")!.TextContent);
        Assert.Equal("1.250.000", field.QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal("numeric", field.QuerySelector("input")!.GetAttribute("inputmode"));
    }
}
