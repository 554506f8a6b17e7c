using System.Text;
using Capacity.Testing.Recordings;

namespace Capacity.Storage.Tests.Recordings;

public sealed class RawRecordingConverterTests
{
    [Fact]
    public async Task ConvertAsync_FastIndex_TakesBodiesThatDidNotChangeFromBefore()
    {
        using var source = new TempFolder();
        using var target = new TempFolder();
        await File.WriteAllTextAsync(source.File("F1.json"), """{"a":1}""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            source.File("index_fast.jsonl"),
            """
            {"ts": 1795363576.5, "url": "127.0.0.1:5062/state", "error": "refused"}
            {"ts": 1795363575.25, "url": "127.0.0.1:5062/state", "status": 200, "bytes": 7, "location": null, "ms": 4.7, "changed": true, "file": "F1.json"}
            {"ts": 1795363577, "url": "127.0.0.1:5062/state", "status": 200, "bytes": 7, "location": null, "ms": 4.7, "changed": false}
            {"ts": 1795363578, "url": "127.0.0.1:5062/state", "status": 307, "bytes": 0, "location": "//127.0.0.1:5051", "ms": 1}
            """,
            TestContext.Current.CancellationToken);

        var count = await RawRecordingConverter.ConvertAsync(source.Path, target.Path, "fast", trim: false, TestContext.Current.CancellationToken);
        var read = await Exchanges.ReadAsync(await Exchanges.OpenAsync(target.Path));

        Assert.Equal(4, count);
        Assert.Equal(["""{"a":1}""", "", """{"a":1}""", ""], read.Select(e => Encoding.UTF8.GetString(e.Body.Span)));
        Assert.Equal([200, null, 200, 307], read.Select(e => e.Status));
        Assert.Equal("refused", read[1].Error);
        Assert.Equal(KeyValuePair.Create("Location", "//127.0.0.1:5051"), Assert.Single(read[3].Headers));
        Assert.Equal(new(2026, 11, 22, 16, 6, 15, 250, TimeSpan.Zero), read[0].At);
    }
}
