using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Kim.Market.Web.Pictures;

/// <summary>Keeps pictures in a bucket of any object storage that speaks S3.</summary>
public sealed class S3Media : IMediaStore, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly S3Settings _settings;
    private readonly AmazonS3Client _s3;

    public S3Media(S3Settings settings)
    {
        _settings = settings;
        _s3 = new(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), new AmazonS3Config
        {
            ServiceURL = settings.Endpoint.AbsoluteUri,
            AuthenticationRegion = settings.Region,
            ForcePathStyle = true, // not every storage has a name for each bucket

            // what only Amazon knows, others take for a part of the picture
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            Timeout = Patience,
            MaxErrorRetry = 3,
        });
    }

    public void Dispose() => _s3.Dispose();

    /// <remarks>A rendition is small by its limits; it is held once, so that one can seek in it and knows its length.</remarks>
    public Task<Stream?> OpenAsync(PictureName name, CancellationToken ct) => FoundAsync<Stream>(async () =>
    {
        using var found = await _s3.GetObjectAsync(_settings.Bucket, KeyOf(name), ct);
        var content = new MemoryStream(found.ContentLength <= PictureLimits.Bytes ? (int)found.ContentLength : throw new IOException($"{name} is no rendition."));
        await found.ResponseStream.CopyToAsync(content, ct);
        content.Position = 0;
        return content;
    });

    public async Task<bool> HasAsync(PictureName name, CancellationToken ct) => await LengthAsync(KeyOf(name), ct) > 0;

    public async Task KeepAsync(IReadOnlyList<(PictureName Name, string File)> renditions, CancellationToken ct)
    {
        foreach (var (name, file) in renditions)
        {
            await PutAsync(KeyOf(name), file, name.MediaType, ct);
        }
    }

    public async Task<Stream?> OpenOriginalAsync(string hash, CancellationToken ct) => MediaKeys.OfOriginal(hash) is { } key
        ? await FoundAsync<Stream>(async () => (await _s3.GetObjectAsync(_settings.Bucket, _settings.Prefix + key, ct)).ResponseStream)
        : null;

    public async Task<bool> HasOriginalAsync(string hash, CancellationToken ct) =>
        MediaKeys.OfOriginal(hash) is { } key && await LengthAsync(_settings.Prefix + key, ct) is not null;

    public async Task KeepOriginalAsync(string hash, string file, CancellationToken ct)
    {
        var key = MediaKeys.OfOriginal(hash) ?? throw new ArgumentException($"'{hash}' is no picture.", nameof(hash));
        if (!await HasOriginalAsync(hash, ct))
        {
            await PutAsync(_settings.Prefix + key, file, "application/octet-stream", ct);
        }
    }

    public async IAsyncEnumerable<(string Hash, DateTimeOffset KeptAt)> OriginalsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = _settings.Bucket, Prefix = _settings.Prefix + MediaKeys.Originals };
        for (ListObjectsV2Response page; ; request.ContinuationToken = page.NextContinuationToken)
        {
            page = await _s3.ListObjectsV2Async(request, ct);
            foreach (var found in page.S3Objects ?? [])
            {
                if (MediaKeys.HashOf(found.Key) is { } hash)
                {
                    yield return (hash, found.LastModified?.ToUniversalTime() ?? DateTimeOffset.MaxValue);
                }
            }

            if (page.IsTruncated != true)
            {
                break;
            }
        }
    }

    public async Task ForgetOriginalAsync(string hash, CancellationToken ct)
    {
        if (MediaKeys.OfOriginal(hash) is { } key)
        {
            await _s3.DeleteObjectAsync(_settings.Bucket, _settings.Prefix + key, ct);
        }
    }

    private static async Task<T?> FoundAsync<T>(Func<Task<T>> ask) where T : class
    {
        try
        {
            return await ask();
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception failure) when (IsOfTheStorage(failure))
        {
            throw new IOException("The object storage did not answer as it should.", failure);
        }
    }

    private static bool IsOfTheStorage(Exception failure) =>
        failure is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException;

    private async Task<long?> LengthAsync(string key, CancellationToken ct) =>
        (await FoundAsync(() => _s3.GetObjectMetadataAsync(_settings.Bucket, key, ct)))?.ContentLength;

    private async Task PutAsync(string key, string file, string mediaType, CancellationToken ct)
    {
        await using var content = File.OpenRead(file);
        var request = new PutObjectRequest
        {
            BucketName = _settings.Bucket,
            Key = key,
            InputStream = content,
            ContentType = mediaType,
            UseChunkEncoding = false,
            AutoCloseStream = false,
        };
        _ = await FoundAsync(() => _s3.PutObjectAsync(request, ct)) ?? throw new IOException($"There is no bucket '{_settings.Bucket}' in the object storage.");
    }

    private string KeyOf(PictureName name) => _settings.Prefix + MediaKeys.Of(name);
}
