using System.Globalization;
using System.Text;
using Kim.Market.Web.Pictures;

namespace Kim.Market.Web.Tests.Pictures;

/// <summary>The pictures of one test, in a folder of their own.</summary>
public sealed class Album : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kim-album-");

    public Album()
    {
        Media = new FolderMedia(_folder.FullName);
        Pictures = new(Media);
    }

    public FolderMedia Media { get; }

    public Web.Pictures.Pictures Pictures { get; }

    public IEnumerable<FileInfo> Files => _folder.EnumerateFiles("*", SearchOption.AllDirectories);

    public void Dispose()
    {
        Pictures.Dispose();
        _folder.Delete(recursive: true);
    }

    public async Task<Picture> Keep(byte[] upload)
    {
        using var stream = new MemoryStream(upload);
        return await Pictures.KeepAsync(stream, TestContext.Current.CancellationToken);
    }

    public async Task<string> RefusalOf(byte[] upload) =>
        (await Assert.ThrowsAsync<PictureRefusedException>(() => Keep(upload))).Refusal.Code;

    public byte[] Bytes(Picture picture, int width, PictureFormat format = PictureFormat.WebP)
    {
        return File.ReadAllBytes(Files.Single(file => file.Name == PictureName.Of(picture.Hash, width, format).ToString()).FullName);
    }

    /// <summary>The size a rendition really has: what libvips reads from it, not what our own reader says.</summary>
    public async Task<(int Width, int Height)> SizeOf(Picture picture, int width, PictureFormat format = PictureFormat.WebP)
    {
        var file = Files.Single(file => file.Name == PictureName.Of(picture.Hash, width, format).ToString()).FullName;
        return (await Field("width"), await Field("height"));

        async Task<int> Field(string name)
        {
            var start = new System.Diagnostics.ProcessStartInfo("vipsheader", ["-f", name, file]) { RedirectStandardOutput = true };
            using var header = System.Diagnostics.Process.Start(start)!;
            return int.Parse(await header.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The names of the parts a WebP consists of.</summary>
    public static IEnumerable<string> PartsOf(byte[] webp)
    {
        for (var at = 12; at + 8 <= webp.Length; at += 8 + (BitConverter.ToInt32(webp, at + 4) + 1) / 2 * 2)
        {
            yield return Encoding.ASCII.GetString(webp, at, 4);
        }
    }

    /// <summary>The markers a JPEG consists of, up to the picture itself, each with what it holds.</summary>
    public static IEnumerable<(byte Marker, byte[] Content)> SegmentsOf(byte[] jpeg)
    {
        for (var at = 2; at + 4 <= jpeg.Length; at += 2 + (jpeg[at + 2] << 8 | jpeg[at + 3]))
        {
            Assert.Equal(0xFF, jpeg[at]);
            yield return (jpeg[at + 1], jpeg[(at + 4)..(at + 2 + (jpeg[at + 2] << 8 | jpeg[at + 3]))]);
            if (jpeg[at + 1] == 0xDA)
            {
                break;
            }
        }
    }
}
