using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Kim.Market.Web.Language;

/// <summary>What is said when a value cannot even be read, such as letters where a number belongs.</summary>
public sealed class BindingMessages(Words words) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Unreadable(value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(Unreadable);
        messages.SetValueIsInvalidAccessor(Unreadable);
        messages.SetValueMustBeANumberAccessor(_ => words["Tulis dengan angka saja."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => words["Tulis dengan angka saja."]);
        messages.SetValueMustNotBeNullAccessor(_ => words["Bagian ini perlu diisi."]);
        messages.SetMissingBindRequiredValueAccessor(_ => words["Bagian ini perlu diisi."]);
        messages.SetMissingKeyOrValueAccessor(() => words["Bagian ini perlu diisi."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => words["Bagian ini perlu diisi."]);
        messages.SetUnknownValueIsInvalidAccessor(_ => words["Periksa lagi bagian ini."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => words["Periksa lagi bagian ini."]);
    }

    private string Unreadable(string value) => words["“{0}” tidak bisa dibaca di sini. Periksa lagi tulisannya.", value];
}
