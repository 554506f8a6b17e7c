using System.Diagnostics;
using System.IO.Compression;
using Capacity.Core.Recordings;
using Capacity.Storage.Recordings;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Storage.Tests.Recordings;

public sealed class RecordingTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task ReadAsync_WholeRecording_GivesWhatWasKept()
    {
        var kept = Enumerable.Range(0, 20).Select(i => Exchanges.Of($"/state?{i}", $$"""{"n":{{i}}}""", i)).ToList();
        await using (var writer = await Exchanges.WriterAsync(folder.Path, new() { Note = "a note", SegmentBytes = 300, FlushInterval = TimeSpan.Zero }))
        {
            foreach (var exchange in kept)
            {
                await writer.KeepAsync(exchange, TestContext.Current.CancellationToken);
            }
        }

        var recording = await Exchanges.OpenAsync(folder.Path);
        var read = await Exchanges.ReadAsync(recording);

        Assert.All(kept.Zip(read), pair => Exchanges.AssertSame(pair.First, pair.Second));
        Assert.Equal(kept.Count, read.Count);
        Assert.Empty(recording.Remarks);
        Assert.True(Directory.GetFiles(folder.Path, "*.br").Length > 2);
        Assert.Equal(
            (Exchanges.Noon, kept[^1].At + kept[^1].Took, "a note"),
            (recording.Manifest.StartedAt, recording.Manifest.EndedAt, recording.Manifest.Note));
        Assert.NotEmpty(recording.Manifest.Redacted);
    }

    [Fact]
    public async Task Manifest_HostsOfEveryKind_ListsThem()
    {
        var any = Exchanges.Of("/", "");
        await using (var writer = await Exchanges.WriterAsync(folder.Path))
        {
            foreach (var exchange in (RecordedExchange[])
            [
                any with { Host = new("m", 5050), Target = "/metrics/snapshot", Body = """{"master/elected":1.0}"""u8.ToArray() },
                any with { Host = new("a", 5051), Target = "/slave(1)/containers" },
                any with { Host = new("r", 8080), Target = "/v2/apps?embed=x" },
                any with { Host = new("z", 2181), Scheme = "zk", Target = "mntr", Status = null },
                any with { Host = new("down", 5050), Target = "/slaves", Status = null, Error = "refused" },
                any with { Host = new("starting", 5050), Target = "/slaves", Status = 404 },
            ])
            {
                await writer.KeepAsync(exchange, TestContext.Current.CancellationToken);
            }
        }

        var hosts = (await Exchanges.OpenAsync(folder.Path)).Manifest.Hosts;

        Assert.Equal(["down:5050", "m:5050"], hosts["master"]);
        Assert.Equal(["a:5051"], hosts["agent"]);
        Assert.Equal(["r:8080"], hosts["marathon"]);
        Assert.Equal(["z:2181"], hosts["zooKeeper"]);
        Assert.Equal(["starting:5050"], hosts["unknown"]);
    }

    [Fact]
    public async Task ReadAsync_CutAtAnyByte_GivesWholeLinesAndSaysSo()
    {
        const int Count = 12;
        await using (var writer = await Exchanges.WriterAsync(folder.Path, new() { FlushInterval = TimeSpan.Zero }))
        {
            for (var i = 0; i < Count; i++)
            {
                await writer.KeepAsync(Exchanges.Of($"/state?{i}", new string((char)('a' + i), 10 * i)), TestContext.Current.CancellationToken);
            }
        }

        var path = folder.File("exchanges-0001.jsonl.br");
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var least = 0;
        for (var length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(path, whole[..length], TestContext.Current.CancellationToken);
            var recording = await Exchanges.OpenAsync(folder.Path);
            var read = await Exchanges.ReadAsync(recording);

            Assert.InRange(read.Count, least, Count);
            Assert.Equal(Enumerable.Range(0, read.Count).Select(i => $"/state?{i}"), read.Select(e => e.Target));
            Assert.Equal($"exchanges-0001.jsonl.br was cut short; read from it: {read.Count} exchanges.", Assert.Single(recording.Remarks));
            least = read.Count;
        }

        Assert.Equal(Count, least);
    }

    [Theory]
    [InlineData("{\"at\":\"2026-11-22T12:00:00Z\",\"scheme\":\"ht", "was cut short")]
    [InlineData("no JSON\n", "is damaged")]
    public async Task ReadAsync_SegmentEndsInHalfALine_SaysSo(string tail, string expected)
    {
        await Exchanges.WriteManifestAsync(folder.Path);
        await using (var file = new BrotliStream(File.Create(folder.File("exchanges-0001.jsonl.br")), CompressionLevel.Fastest))
        {
            file.Write(ExchangeLine.Write(Exchanges.Of("/state", "{}")).Span);
            file.Write(System.Text.Encoding.UTF8.GetBytes(tail));
        }

        var recording = await Exchanges.OpenAsync(folder.Path);

        Assert.Single(await Exchanges.ReadAsync(recording));
        Assert.Contains(expected, Assert.Single(recording.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_Garbage_IsDamaged()
    {
        await Exchanges.WriteManifestAsync(folder.Path);
        await File.WriteAllBytesAsync(folder.File("exchanges-0001.jsonl.br"), [.. Enumerable.Repeat((byte)0xff, 100)], TestContext.Current.CancellationToken);

        var recording = await Exchanges.OpenAsync(folder.Path);

        Assert.Empty(await Exchanges.ReadAsync(recording));
        Assert.Equal("exchanges-0001.jsonl.br is damaged; read from it: 0 exchanges.", Assert.Single(recording.Remarks));
    }

    [Fact]
    public async Task KeepAsync_AfterFlushInterval_IsOnDiskBeforeTheEnd()
    {
        var time = new FakeTimeProvider(Exchanges.Noon);
        await using var writer = await Exchanges.WriterAsync(folder.Path, time: time);
        await writer.KeepAsync(Exchanges.Of("/slaves", "{}"), TestContext.Current.CancellationToken);
        List<RecordedExchange> read = [];
        for (var watch = Stopwatch.StartNew(); read.Count == 0 && watch.Elapsed < TimeSpan.FromSeconds(20);)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            read = await Exchanges.ReadAsync(await Exchanges.OpenAsync(folder.Path));
        }

        Assert.Single(read);
        var manifest = (await Exchanges.OpenAsync(folder.Path)).Manifest;
        Assert.Null(manifest.EndedAt);
    }

    [Theory]
    [InlineData(null, RecordingFault.NotARecording, "has no recording.json")]
    [InlineData("{\"format\":\"something\"}", RecordingFault.NotARecording, "of something else")]
    [InlineData("null", RecordingFault.NotARecording, "of something else")]
    [InlineData("{\"format\":\"capacity-recording\",\"version\":2}", RecordingFault.TooNew, "version 2")]
    [InlineData("{\"format\":\"capacity-recording\"}", RecordingFault.Damaged, "no version")]
    [InlineData("{\"format\":\"capacity-rec", RecordingFault.Damaged, "is damaged: recording.json cannot be read, line 1")]
    [InlineData("{\n\"version\":\"x\"}", RecordingFault.Damaged, "recording.json cannot be read, line 2, at $.version.")]
    public async Task OpenAsync_NoReadableRecording_SaysWhy(string? manifest, RecordingFault fault, string reason)
    {
        if (manifest is not null)
        {
            await File.WriteAllTextAsync(folder.File("recording.json"), manifest, TestContext.Current.CancellationToken);
        }

        var refused = Assert.IsType<RecordingOpening.Refused>(await Recording.OpenAsync(folder.Path, TestContext.Current.CancellationToken));

        Assert.Equal(fault, refused.Fault);
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Reason);
        Assert.DoesNotContain("BytePosition", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_ManifestWithTheLeast_IsReadWithEmptyLists()
    {
        await File.WriteAllTextAsync(folder.File("recording.json"), """{"format":"capacity-recording","version":1,"new":1}""", TestContext.Current.CancellationToken);

        var recording = await Exchanges.OpenAsync(folder.Path);

        Assert.Equal((0, 0, "", null), (recording.Manifest.Hosts.Count, recording.Manifest.Redacted.Count, recording.Manifest.ToolVersion, recording.Manifest.Note));
        Assert.Empty(await Exchanges.ReadAsync(recording));
    }

    [Fact]
    public async Task OpenAsync_MissingSegment_IsDamaged()
    {
        await Exchanges.WriteManifestAsync(folder.Path);
        await File.WriteAllBytesAsync(folder.File("exchanges-0002.jsonl.br"), [], TestContext.Current.CancellationToken);

        var refused = Assert.IsType<RecordingOpening.Refused>(await Recording.OpenAsync(folder.Path, TestContext.Current.CancellationToken));

        Assert.Equal((RecordingFault.Damaged, true), (refused.Fault, refused.Reason.Contains("exchanges-0001.jsonl.br is missing", StringComparison.Ordinal)));
    }

    public void Dispose() => folder.Dispose();
}
