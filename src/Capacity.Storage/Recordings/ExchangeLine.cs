using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Capacity.Core.Cluster;
using Capacity.Core.Recordings;

namespace Capacity.Storage.Recordings;

/// <summary>Writes an exchange as one line of JSON, and reads it back.</summary>
internal static class ExchangeLine
{
    // The writer refuses strings of more than 166 MB in one piece.
    private const int LongestPiece = 3 << 20;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Gives the line with its line feed.</summary>
    public static ReadOnlyMemory<byte> Write(RecordedExchange exchange)
    {
        var buffer = new ArrayBufferWriter<byte>(512 + exchange.Body.Length);
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("at", exchange.At.UtcDateTime);
            json.WriteNumber("tookSeconds", (decimal)exchange.Took.Ticks / TimeSpan.TicksPerSecond);
            json.WriteString("scheme", exchange.Scheme);
            json.WriteString("host", exchange.Host.ToString());
            json.WriteString("method", exchange.Method);
            json.WriteString("target", exchange.Target);
            WriteIfAny(json, "request", exchange.RequestBody);
            if (exchange.Status is { } status)
            {
                json.WriteNumber("status", status);
            }

            WriteHeaders(json, exchange.Headers);
            WriteIfAny(json, "error", exchange.Error);
            WriteBody(json, exchange.Body.Span);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>Reads a line.</summary>
    /// <returns>The exchange, or <see langword="null"/> where the line is damaged.</returns>
    public static RecordedExchange? TryRead(ReadOnlySpan<byte> line)
    {
        try
        {
            return Read(line);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteHeaders(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        if (headers.Count == 0)
        {
            return;
        }

        json.WriteStartArray("headers");
        foreach (var (name, value) in headers)
        {
            json.WriteStartArray();
            json.WriteStringValue(name);
            json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteBody(Utf8JsonWriter json, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return;
        }

        var isText = Utf8.IsValid(body);
        json.WritePropertyName(isText ? "body" : "bodyBase64");
        while (true)
        {
            var piece = body[..Math.Min(body.Length, LongestPiece)];
            body = body[piece.Length..];
            if (isText)
            {
                json.WriteStringValueSegment(piece, isFinalSegment: body.IsEmpty);
            }
            else
            {
                json.WriteBase64StringSegment(piece, isFinalSegment: body.IsEmpty);
            }

            if (body.IsEmpty)
            {
                return;
            }
        }
    }

    private static RecordedExchange? Read(ReadOnlySpan<byte> line)
    {
        DateTimeOffset? at = null;
        HostPort? host = null;
        string? scheme = null, method = null, target = null, request = null, error = null;
        int? status = null;
        var took = TimeSpan.Zero;
        ReadOnlyMemory<byte> body = default;
        var headers = new List<KeyValuePair<string, string>>();
        var json = new Utf8JsonReader(line);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            switch (name)
            {
                case "at": at = json.GetDateTimeOffset(); break;
                case "tookSeconds": took = new TimeSpan((long)(json.GetDecimal() * TimeSpan.TicksPerSecond)); break;
                case "scheme": scheme = json.GetString(); break;
                case "host": host = HostPort.TryParse(json.GetString()); break;
                case "method": method = json.GetString(); break;
                case "target": target = json.GetString(); break;
                case "request": request = json.GetString(); break;
                case "status": status = json.GetInt32(); break;
                case "headers": ReadHeaders(ref json, headers); break;
                case "error": error = json.GetString(); break;
                case "body": body = ReadText(ref json); break;
                case "bodyBase64": body = json.GetBytesFromBase64(); break;
                default: json.Skip(); break;
            }
        }

        return at is { } sent && host is { } asked && scheme is not null && method is not null && target is not null
            ? new RecordedExchange
            {
                At = sent, Took = took, Scheme = scheme, Host = asked, Method = method, Target = target,
                RequestBody = request, Status = status, Headers = headers, Error = error, Body = body,
            }
            : null;
    }

    private static void ReadHeaders(ref Utf8JsonReader json, List<KeyValuePair<string, string>> headers)
    {
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            json.Read();
            var name = json.GetString();
            json.Read();
            headers.Add(KeyValuePair.Create(name ?? "", json.GetString() ?? ""));
            json.Read();
        }

    }

    private static ReadOnlyMemory<byte> ReadText(ref Utf8JsonReader json)
    {
        if (!json.ValueIsEscaped)
        {
            return json.ValueSpan.ToArray();
        }

        var buffer = new byte[json.ValueSpan.Length];
        var length = json.CopyString(buffer);
        return buffer.AsMemory(0, length);
    }
}
