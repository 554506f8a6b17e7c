using System.Runtime.CompilerServices;
using System.Text.Json;
using Capacity.Core.Cluster;
using Capacity.Core.Recordings;
using Capacity.Storage.Recordings;

namespace Capacity.Testing.Recordings;

/// <summary>Brings an unpacked folder of the shared recordings (an index and a file per body) into our format.</summary>
public static class RawRecordingConverter
{
    /// <summary>Converts one scenario.</summary>
    /// <param name="source">The folder with <c>index.jsonl</c> or <c>index_fast.jsonl</c>.</param>
    /// <param name="trim">Whether to leave out what <see cref="RawTrim"/> takes for needless.</param>
    /// <returns>How many exchanges were written.</returns>
    /// <exception cref="InvalidOperationException">The target could not be written.</exception>
    public static async Task<int> ConvertAsync(string source, string target, string note, bool trim, CancellationToken cancellationToken)
    {
        var options = new RecordingWriterOptions
        {
            Note = note, Quality = 11, SegmentBytes = long.MaxValue, SegmentAge = TimeSpan.FromDays(1), FlushInterval = TimeSpan.FromDays(1),
        };
        var creation = await RecordingWriter.CreateAsync(target, options, TimeProvider.System, cancellationToken);
        if (creation is not RecordingCreation.Created(var writer))
        {
            throw new InvalidOperationException(((RecordingCreation.Refused)creation).Reason);
        }

        var count = 0;
        await using (writer)
        {
            await foreach (var exchange in ReadAsync(source, trim, cancellationToken))
            {
                await writer.KeepAsync(exchange, cancellationToken);
                count++;
            }
        }

        return await writer.Stopped is { } failure ? throw new InvalidOperationException(failure) : count;
    }

    /// <summary>Reads one scenario in the order in which the requests were sent.</summary>
    public static async IAsyncEnumerable<RecordedExchange> ReadAsync(
        string source, bool trim, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = Path.Combine(source, "index.jsonl");
        index = File.Exists(index) ? index : Path.Combine(source, "index_fast.jsonl");
        var requests = new List<RawRequest>();
        await foreach (var line in File.ReadLinesAsync(index, cancellationToken))
        {
            requests.Add(JsonSerializer.Deserialize(line, RawJson.Default.RawRequest)!);
        }

        var ordered = requests.OrderBy(r => r.Ts).ToList();
        var lastBodies = new Dictionary<(string, string?), byte[]>();
        foreach (var request in trim ? RawTrim.Keep(ordered) : ordered)
        {
            var key = (request.Url, request.Request?.GetRawText());
            var body = request.File is { } file ? await File.ReadAllBytesAsync(Path.Combine(source, file), cancellationToken)
                : request.Bytes > 0 ? lastBodies[key]
                : [];
            if (body.Length > 0)
            {
                lastBodies[key] = body;
            }

            yield return ToExchange(request, body);
        }
    }

    private static RecordedExchange ToExchange(RawRequest request, byte[] body)
    {
        var uri = request.Address;
        return new RecordedExchange
        {
            At = DateTimeOffset.UnixEpoch.AddTicks((long)(request.Ts * TimeSpan.TicksPerSecond)),
            Took = TimeSpan.FromTicks((long)(request.Milliseconds * TimeSpan.TicksPerMillisecond)),
            Scheme = uri.Scheme,
            Host = HostPort.Of(uri),
            Method = request.Method,
            Target = uri.PathAndQuery,
            RequestBody = request.Request?.GetRawText(),
            Status = request.Status,
            Headers = [.. request.Headers ?? HeadersOf(request)],
            Body = body,
            Error = request.Error,
        };
    }

    private static Dictionary<string, string> HeadersOf(RawRequest request) =>
        request.Location is { } location ? new() { ["Location"] = location } : [];
}
