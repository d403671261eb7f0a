using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kim.Market.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Tests.Shared;

/// <summary>What people read when a form is not right, whoever wrote the annotation.</summary>
public class FormTests
{
    [Theory]
    [InlineData("/coba", "12.5", "Tulis harga dalam rupiah utuh, contoh 12.500.")]
    [InlineData("/en/coba", "gratis", "Write the price in whole rupiah, for example 12.500.")]
    [InlineData("/coba", "12.500", "12500")]
    [InlineData("/coba", "", "Bagian ini perlu diisi.")]
    public async Task Money_is_understood_or_the_form_says_how_to_write_it(string path, string typed, string answer) =>
        Assert.Equal(answer, await Post(path, ("Price", typed), ("Count", "1")));

    [Theory]
    [InlineData("/coba", "dua", "“dua” tidak bisa dibaca di sini. Periksa lagi tulisannya.")]
    [InlineData("/coba", "12", "Tulis angka dari 1 sampai 9.")]
    [InlineData("/en/coba", "12", "Write a number from 1 to 9.")]
    public async Task No_framework_English_reaches_a_page(string path, string typed, string answer) =>
        Assert.Equal(answer, await Post(path, ("Price", "1.000"), ("Count", typed)));

    private static async Task<string> Post(string path, params (string Name, string Value)[] fields)
    {
        await using var app = await ShellApp.Start();
        using var form = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value));
        using var answer = await app.Client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>The smallest form: it answers its first error, or the money it understood.</summary>
[Route("/coba")]
public class TrialController : Controller
{
    public sealed class Form
    {
        [Required]
        public Rupiah? Price { get; init; }

        [Range(1, 9)]
        public int Count { get; init; }
    }

    [HttpPost, IgnoreAntiforgeryToken]
    public string Send([FromForm] Form form) => ModelState.IsValid
        ? form.Price!.Value.Amount.ToString(CultureInfo.InvariantCulture)
        : ModelState.Values.SelectMany(field => field.Errors).First().ErrorMessage;
}
