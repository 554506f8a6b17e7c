using System.ComponentModel.DataAnnotations;
using Capacity.Storage.Recordings;

namespace Capacity.Storage.Tests.Recordings;

public sealed class RecordingWriterTests : IDisposable
{
    private readonly TempFolder root = new();

    [Fact]
    public async Task CreateAsync_FolderHoldsARecording_IsRefused()
    {
        await Exchanges.WriteManifestAsync(root.Path);

        Assert.Contains("holds a recording already", await RefusalAsync(root.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_FolderHoldsOnlyASegment_IsRefused()
    {
        await File.WriteAllTextAsync(root.File("exchanges-0007.jsonl.br"), "", TestContext.Current.CancellationToken);

        Assert.Contains("holds a recording already", await RefusalAsync(root.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_FolderCannotBeMade_IsRefused()
    {
        await File.WriteAllTextAsync(root.File("file"), "", TestContext.Current.CancellationToken);

        Assert.StartsWith("Cannot record to", await RefusalAsync(Path.Combine(root.File("file"), "below")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_QualityOutOfRange_Throws() =>
        await Assert.ThrowsAsync<ValidationException>(() => Exchanges.WriterAsync(root.Path, new() { Quality = 12 }));

    [Fact]
    public async Task KeepAsync_DiskFull_StopsWithAReasonAndDoesNotThrow()
    {
        var options = new RecordingWriterOptions { FlushInterval = TimeSpan.Zero };
        using var folder = new RecordingFolder(root.Path, options, TimeProvider.System) { OpenFile = _ => new FullDisk(100) };
        await using var writer = Assert.IsType<RecordingCreation.Created>(
            await RecordingWriter.CreateAsync(root.Path, folder, options, TimeProvider.System, TestContext.Current.CancellationToken)).Writer;
        for (var i = 0; i < 1000 && !writer.Stopped.IsCompleted; i++)
        {
            await writer.KeepAsync(Exchanges.Of($"/state?{i}", $"{i * 7919}"), TestContext.Current.CancellationToken);
        }

        Assert.Equal("Recording stopped: No space left on device", await writer.Stopped);
        await writer.KeepAsync(Exchanges.Of("/state", "after"), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task CreateAsync_NoteWithASecret_IsKeptWithout()
    {
        await using (var writer = await Exchanges.WriterAsync(root.Path, new() { Note = "upgrade by http://ops:hunter2@m1:5050, password=hunter3" }))
        {
            await writer.KeepAsync(Exchanges.Of("/state", "{}"), TestContext.Current.CancellationToken);
        }

        Assert.Equal("upgrade by http://REDACTED@m1:5050, password=REDACTED", (await Exchanges.OpenAsync(root.Path)).Manifest.Note);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DisposeAsync_NobodyAnswered_LeavesNothing(bool isTried)
    {
        var directory = root.File("new");
        await using (var writer = await Exchanges.WriterAsync(directory))
        {
            if (isTried)
            {
                await writer.KeepAsync(Exchanges.Of("/state", "") with { Status = null, Error = "Connection refused" }, TestContext.Current.CancellationToken);
            }
        }

        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public async Task DisposeAsync_NobodyAnsweredInAFolderThatWasThere_LeavesTheFolder()
    {
        await File.WriteAllTextAsync(root.File("mine"), "", TestContext.Current.CancellationToken);
        await (await Exchanges.WriterAsync(root.Path)).DisposeAsync();

        Assert.Equal([root.File("mine")], Directory.GetFileSystemEntries(root.Path));
    }

    [Fact]
    public async Task Discard_AfterAnAnswer_LeavesNothing()
    {
        await using (var writer = await Exchanges.WriterAsync(root.File("new")))
        {
            await writer.KeepAsync(Exchanges.Of("/state", "{}"), TestContext.Current.CancellationToken);
            writer.Discard();
        }

        Assert.False(Directory.Exists(root.File("new")));
    }

    [Fact]
    public async Task KeepAsync_FromManyThreads_KeepsAll()
    {
        await using (var writer = await Exchanges.WriterAsync(root.Path, new() { QueueLength = 2 }))
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, 500),
                new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
                async (i, token) => await writer.KeepAsync(Exchanges.Of($"/{i}", new string('x', i)), token));
        }

        var read = await Exchanges.ReadAsync(await Exchanges.OpenAsync(root.Path));

        Assert.Equal(Enumerable.Range(0, 500), read.Select(e => int.Parse(e.Target[1..], null)).Order());
        Assert.All(read, e => Assert.Equal(int.Parse(e.Target[1..], null), e.Body.Length));
    }

    public void Dispose() => root.Dispose();

    private static async Task<string> RefusalAsync(string directory) =>
        Assert.IsType<RecordingCreation.Refused>(
            await RecordingWriter.CreateAsync(directory, new(), TimeProvider.System, TestContext.Current.CancellationToken)).Reason;
}
