namespace Kim.Market.Domain.Products;

/// <summary>What a KIM looks at before a product is shown.</summary>
public enum ReviewPoint { Photo, Packaging, PriceUnit, ClaimProof, Other }

/// <summary>One thing to mend before a product can be shown, in the KIM's words.</summary>
public sealed record FixPoint(ReviewPoint Point, string Remark);
