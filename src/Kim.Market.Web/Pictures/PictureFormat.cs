namespace Kim.Market.Web.Pictures;

/// <summary>How a rendition is written: WebP for nearly everybody, JPEG for old telephones and for previews in messages.</summary>
public enum PictureFormat { WebP, Jpeg }
