using System.Text;
using Capacity.Core.Recordings;
using Capacity.Storage.Recordings;

namespace Capacity.Storage.Tests.Recordings;

internal static class Exchanges
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static RecordedExchange Of(string target, string body, double second = 0) => new()
    {
        At = Noon.AddSeconds(second),
        Took = TimeSpan.FromMilliseconds(12.3),
        Scheme = "http",
        Host = new("10.0.0.1", 5050),
        Method = "GET",
        Target = target,
        Status = 200,
        Headers = [KeyValuePair.Create("Content-Type", "application/json")],
        Body = Encoding.UTF8.GetBytes(body),
    };

    public static async Task<RecordingWriter> WriterAsync(string directory, RecordingWriterOptions? options = null, TimeProvider? time = null) =>
        Assert.IsType<RecordingCreation.Created>(
            await RecordingWriter.CreateAsync(directory, options ?? new(), time ?? TimeProvider.System, TestContext.Current.CancellationToken)).Writer;

    public static Task WriteManifestAsync(string directory) => File.WriteAllTextAsync(
        Path.Combine(directory, "recording.json"), """{"format":"capacity-recording","version":1}""", TestContext.Current.CancellationToken);

    public static async Task<Recording> OpenAsync(string directory) =>
        Assert.IsType<RecordingOpening.Opened>(await Recording.OpenAsync(directory, TestContext.Current.CancellationToken)).Recording;

    public static async Task<List<RecordedExchange>> ReadAsync(Recording recording)
    {
        var result = new List<RecordedExchange>();
        await foreach (var exchange in recording.ReadAsync(TestContext.Current.CancellationToken))
        {
            result.Add(exchange);
        }

        return result;
    }

    public static void AssertSame(RecordedExchange expected, RecordedExchange actual)
    {
        Assert.Equal(expected with { Body = default, Headers = [] }, actual with { Body = default, Headers = [] });
        Assert.Equal(expected.Headers, actual.Headers);
        Assert.Equal(expected.Body.ToArray(), actual.Body.ToArray());
    }
}
