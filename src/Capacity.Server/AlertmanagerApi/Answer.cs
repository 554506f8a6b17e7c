using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Writes answers in the form that Alertmanager's have: JSON with a line's end, no nulls where a list may be empty, and never kept by anybody.</summary>
internal static class Answer
{
    private const string Json = "application/json";

    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Prepares an answer: nobody else gives it a body.</summary>
    public static void Prepare(HttpContext context)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        context.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>Answers with a status and nothing else.</summary>
    public static Task Empty(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }

    /// <summary>Answers with JSON that is small.</summary>
    public static Task JsonAsync(HttpContext context, int status, Action<Utf8JsonWriter> write, bool endsLine = true)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(body, Options))
        {
            write(writer);
        }

        if (endsLine)
        {
            body.Write("\n"u8);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = Json;
        context.Response.ContentLength = body.WrittenCount;
        return context.Response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted).AsTask();
    }

    /// <summary>Answers with a list of any length, a piece at a time.</summary>
    public static async Task ListAsync<T>(HttpContext context, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        const int Piece = 32 * 1024;
        context.Response.ContentType = Json;
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, Options);
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
            if (writer.BytesPending > Piece)
            {
                writer.Flush();
                await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            }
        }

        writer.WriteEndArray();
        writer.Flush();
        context.Response.BodyWriter.Write("\n"u8);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    /// <summary>Answers that something is wrong.</summary>
    public static Task RefuseAsync(HttpContext context, Refusal refusal) => refusal.Code is not int code
        ? JsonAsync(context, refusal.Status, w => w.WriteStringValue(refusal.Message))
        : JsonAsync(
            context,
            refusal.Status,
            w =>
            {
                w.WriteStartObject();
                w.WriteNumber("code", code);
                w.WriteString("message", refusal.Message);
                w.WriteEndObject();
            },
            endsLine: false);
}
