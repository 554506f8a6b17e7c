using System.Buffers;
using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>The body of a request, read as a whole; the memory is given back in the end.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int Usual = 64 * 1024;
    private const int MostAtOnce = 1 << 20;
    private byte[] bytes;
    private int length;

    private RequestBody(int room) => bytes = ArrayPool<byte>.Shared.Rent(room);

    public ReadOnlyMemory<byte> Bytes => bytes.AsMemory(0, length);

    /// <summary>Reads JSON.</summary>
    /// <param name="context">The request.</param>
    /// <param name="most">The most bytes to take.</param>
    /// <returns>The body, or why it is not taken.</returns>
    public static async Task<(RequestBody? Body, Refusal? Refusal)> ReadAsync(HttpContext context, int most)
    {
        var request = context.Request;
        if (!IsJson(request.ContentType, out var type))
        {
            const int Unsupported = StatusCodes.Status415UnsupportedMediaType;
            return (null, new(Unsupported, Unsupported, $"unsupported media type \"{type}\", only [application/json] are allowed"));
        }

        if (request.ContentLength > most)
        {
            return (null, TooLarge(most));
        }

        // This limit is the one that counts, and its answer says what to do.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        // What is announced is not believed before it comes.
        var body = new RequestBody((int)Math.Min(request.ContentLength + 1 ?? Usual, MostAtOnce));
        try
        {
            while (await request.Body.ReadAsync(body.bytes.AsMemory(body.length), context.RequestAborted) is var read and > 0)
            {
                body.length += read;
                if (body.length > most)
                {
                    body.Dispose();
                    return (null, TooLarge(most));
                }

                if (body.length == body.bytes.Length)
                {
                    body.Grow();
                }
            }

            return (body, null);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    private static bool IsJson(string? contentType, out string type)
    {
        type = (string.IsNullOrEmpty(contentType) ? "application/octet-stream" : contentType).Split(';')[0].Trim();
        return type.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase);
    }

    private static Refusal TooLarge(int most)
    {
        const int Status = StatusCodes.Status413PayloadTooLarge;
        return new(Status, Status, $"the body is larger than {most} bytes: send less at once, or raise alerts.maxRequest");
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * bytes.Length);
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
