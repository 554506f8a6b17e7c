using System.Text;
using System.Text.Json;
using Capacity.Simulator.Synthetic.Json;
using Microsoft.AspNetCore.Http;

namespace Capacity.Simulator.Hosting;

/// <summary>Writes answers as libprocess does.</summary>
internal static class Answers
{
    public const string Json = "application/json";

    public static Task TextAsync(this HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return context.BytesAsync(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");
    }

    public static Task NotFoundAsync(this HttpContext context) => context.TextAsync(StatusCodes.Status404NotFound, "404 Not Found.");

    public static Task JsonAsync(this HttpContext context, Action<Utf8JsonWriter> write) => context.JsonAsync(Write(write));

    /// <summary>Sends a written answer and disposes of it.</summary>
    public static async Task JsonAsync(this HttpContext context, PooledBuffer written)
    {
        using (written)
        {
            context.Response.ContentType = Json;
            context.Response.ContentLength = written.Length;
            foreach (var piece in written.Pieces)
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            }
        }
    }

    public static async Task BytesAsync(this HttpContext context, ReadOnlyMemory<byte> bytes, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Writes an answer, which whoever gets it disposes of.</summary>
    public static PooledBuffer Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new PooledBuffer();
        using var json = new Utf8JsonWriter(buffer, MesosWriter.Options);
        write(json);
        return buffer;
    }

    /// <summary>Writes what is kept.</summary>
    public static byte[] ToBytes(Action<Utf8JsonWriter> write)
    {
        using var buffer = Write(write);
        return buffer.ToArray();
    }

    /// <summary>Reads the type of a call of the operator API.</summary>
    /// <returns>The type, or <see langword="null"/> where the call is no good and has been answered.</returns>
    public static async Task<string?> CallAsync(this HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = "POST";
            await context.TextAsync(
                StatusCodes.Status405MethodNotAllowed, $"405 Method Not Allowed. Expecting one of {{ 'POST' }}, but received '{request.Method}'.");
            return null;
        }

        if (string.IsNullOrEmpty(request.ContentType))
        {
            await context.TextAsync(StatusCodes.Status400BadRequest, "Expecting 'Content-Type' to be present");
            return null;
        }

        if (request.ContentType is not (Json or "application/x-protobuf"))
        {
            await context.TextAsync(
                StatusCodes.Status415UnsupportedMediaType, "Expecting 'Content-Type' of application/json or application/x-protobuf");
            return null;
        }

        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (TypeOf(body) is { } type)
        {
            return type;
        }

        await context.TextAsync(StatusCodes.Status400BadRequest, "Failed to parse body into JSON: syntax error at line 1");
        return null;
    }

    private static string? TypeOf(string body)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body));
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("type"u8) && reader.Read())
                {
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }
            }

            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
