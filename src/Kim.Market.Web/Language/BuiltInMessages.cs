using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Kim.Market.Web.Language;

/// <summary>
/// Gives every annotation without a sentence of its own one of ours: the framework's are English on every page.
/// </summary>
internal sealed class BuiltInMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var annotation in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (annotation.ErrorMessage is null && annotation.ErrorMessageResourceName is null)
            {
                Give(annotation);
            }
        }
    }

    private static void Give(ValidationAttribute annotation)
    {
        switch (annotation)
        {
            case RequiredAttribute:
                annotation.ErrorMessage = "Bagian ini perlu diisi.";
                break;
            case StringLengthAttribute or MaxLengthAttribute:
                annotation.ErrorMessage = "Paling banyak {1} huruf.";
                break;
            case RangeAttribute:
                annotation.ErrorMessage = "Tulis angka dari {1} sampai {2}.";
                break;
            default:
                annotation.ErrorMessage = "Periksa lagi bagian ini.";
                break;
        }
    }
}
