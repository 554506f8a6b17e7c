using System.IO.Compression;
using System.Text;

namespace Capacity.Mesos.Tests.Fakes;

/// <summary>Answers of all sorts.</summary>
internal static class Answers
{
    public static Answer NotFound { get; } = Status("404 Not Found", "Not Found.");

    /// <summary>Accepts and never answers.</summary>
    public static Answer Hang { get; } = (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);

    /// <summary>Closes the connection before the first byte.</summary>
    public static Answer Close { get; } = (_, _) => Task.CompletedTask;

    public static Answer Json(string body) => Status("200 OK", body, "Content-Type: application/json");

    /// <summary>A document that each request makes anew.</summary>
    public static Answer Json(Func<FakeRequest, string> body) => (request, token) => Json(body(request))(request, token);

    public static Answer Status(string status, string body, params string[] headers) =>
        Raw($"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(h => h + "\r\n"))}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    public static Answer Redirect(string location) => Status("307 Temporary Redirect", string.Empty, $"Location: {location}");

    public static Answer Raw(string text) => Raw(Encoding.UTF8.GetBytes(text));

    public static Answer Raw(byte[] bytes) => async (request, token) => await request.Stream.WriteAsync(bytes, token);

    public static Answer Body(byte[] body) =>
        Raw([.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body]);

    /// <summary>Begins an answer and then stalls.</summary>
    public static Answer Stall(string beginning) => async (request, token) =>
    {
        await request.Stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), token);
        await Hang(request, token);
    };

    /// <summary>Gives a byte now and then: each read succeeds, and the whole never ends.</summary>
    public static Answer Drip(TimeSpan pause) => async (request, token) =>
    {
        await request.Stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n["u8.ToArray(), token);
        while (true)
        {
            await Task.Delay(pause, TimeProvider.System, token);
            await request.Stream.WriteAsync(" "u8.ToArray(), token);
        }
    };

    /// <summary>Sends the beginning of an answer and resets the connection.</summary>
    public static Answer Reset(string beginning) => async (request, token) =>
    {
        await request.Stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), token);
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, token);
        request.Socket.LingerState = new(enable: true, seconds: 0);
        request.Socket.Close();
    };

    /// <summary>A list of <paramref name="bytes"/> bytes or a little more, made while it is sent.</summary>
    /// <param name="bytes">The length after decompression.</param>
    /// <param name="zipped">Whether it is compressed, which makes it a thousandth.</param>
    /// <param name="sent">Told how many bytes went into the connection, before compression.</param>
    public static Answer Endless(long bytes, bool zipped, Action<long> sent) => async (request, token) =>
    {
        var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("""{"container_id":"c"},""", 4000)));
        var head = $"HTTP/1.1 200 OK\r\n{(zipped ? "Content-Encoding: gzip\r\n" : string.Empty)}Connection: close\r\n\r\n";
        await request.Stream.WriteAsync(Encoding.ASCII.GetBytes(head), token);
        await using var body = zipped ? new GZipStream(request.Stream, CompressionLevel.Fastest, leaveOpen: true) : request.Stream;
        await body.WriteAsync("["u8.ToArray(), token);
        for (long done = 0; done < bytes; done += piece.Length)
        {
            await body.WriteAsync(piece, token);
            sent(piece.Length);
        }

        await body.WriteAsync("{}]"u8.ToArray(), token);
    };

    public static byte[] Zip(string text)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return zipped.ToArray();
    }
}
