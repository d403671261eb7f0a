using Kim.Market.Domain;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Kim.Market.Web.Format;

/// <summary>Binds a form field to <see cref="Rupiah"/>, or says how to write it.</summary>
public sealed class RupiahBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(Rupiah) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var typed = bindingContext.ValueProvider.GetValue(name);
        if (typed == ValueProviderResult.None || string.IsNullOrWhiteSpace(typed.FirstValue))
        {
            // an empty field is nothing: whether that is allowed, [Required] on a Rupiah? decides
            var isOptional = bindingContext.ModelMetadata.IsNullableValueType;
            bindingContext.Result = isOptional ? ModelBindingResult.Success(null) : ModelBindingResult.Failed();
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(name, typed);
        if (RupiahInput.TryParse(typed.FirstValue, out var money))
        {
            bindingContext.Result = ModelBindingResult.Success(money);
        }
        else
        {
            var words = bindingContext.HttpContext.RequestServices.GetRequiredService<Words>();
            bindingContext.ModelState.TryAddModelError(name, words["Tulis harga dalam rupiah utuh, contoh 12.500."]);
        }

        return Task.CompletedTask;
    }
}
