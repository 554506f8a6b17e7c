using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Threading.Channels;
using Capacity.Core.Recordings;

namespace Capacity.Storage.Recordings;

/// <summary>Writes exchanges, without their secrets, to a folder. Thread-safe.</summary>
/// <remarks>
/// A disk that fails ends the recording and nothing else: <see cref="Stopped"/> says why, and further exchanges are dropped,
/// since collecting is worth more than recording. A recording in which nobody answered is not kept: its folder can be used again.
/// </remarks>
public sealed class RecordingWriter : IExchangeSink, IAsyncDisposable
{
    private readonly RecordingFolder folder;
    private readonly RecordingWriterOptions options;
    private readonly TimeProvider time;
    private readonly Channel<ReadOnlyMemory<byte>> lines;
    private readonly Lock gate = new();
    private readonly HostKinds hosts = new();
    private readonly DateTimeOffset createdAt;
    private DateTimeOffset? startedAt;
    private DateTimeOffset? endedAt;
    private bool hostsAreNew;
    private volatile bool hasAnswers;
    private volatile bool isUnwanted;

    private RecordingWriter(RecordingFolder folder, RecordingWriterOptions options, TimeProvider time)
    {
        this.folder = folder;
        this.options = options;
        this.time = time;
        createdAt = time.GetUtcNow();
        lines = Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true });
        folder.WriteManifest(Manifest(isEnd: false));
        Stopped = Task.Run(WriteLinesAsync);
    }

    /// <summary>Gets what completes once nothing more is written: with one line for the user where the disk failed, else with <see langword="null"/>.</summary>
    public Task<string?> Stopped { get; }

    /// <summary>Gets whether any exchange was an answer, no failure.</summary>
    public bool HasAnswers => hasAnswers;

    /// <summary>Starts a recording.</summary>
    /// <param name="directory">The folder; created where there is none. It must not hold a recording.</param>
    /// <exception cref="ValidationException"><paramref name="options"/> are out of range.</exception>
    public static Task<RecordingCreation> CreateAsync(
        string directory, RecordingWriterOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return CreateAsync(directory, new RecordingFolder(directory, options, time), options, time, cancellationToken);
    }

    internal static Task<RecordingCreation> CreateAsync(
        string directory, RecordingFolder folder, RecordingWriterOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.SegmentAge, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FlushInterval, TimeSpan.Zero);
        try
        {
            folder.Create();
            return Task.FromResult<RecordingCreation>(
                File.Exists(Path.Combine(directory, RecordingFormat.ManifestFile)) || Directory.EnumerateFiles(directory, RecordingFormat.SegmentFiles).Any()
                    ? new RecordingCreation.Refused($"'{directory}' holds a recording already; name a folder that does not.")
                    : new RecordingCreation.Created(new(folder, options, time)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<RecordingCreation>(new RecordingCreation.Refused($"Cannot record to '{directory}': {e.Message}"));
        }
    }

    /// <inheritdoc/>
    /// <remarks>Waits while too many others wait to be written. The exchange's memory may be used for something else afterwards.</remarks>
    public async ValueTask KeepAsync(RecordedExchange exchange, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        if (Stopped.IsCompleted)
        {
            return;
        }

        var redacted = SecretRedactor.Redact(exchange);
        var line = ExchangeLine.Write(redacted);
        lock (gate)
        {
            hostsAreNew |= hosts.Observe(redacted);
            var end = exchange.At + exchange.Took;
            startedAt = startedAt < exchange.At ? startedAt : exchange.At;
            endedAt = endedAt > end ? endedAt : end;
            hasAnswers |= exchange is { Error: null, Status: null or < 300 };
        }

        try
        {
            await lines.Writer.WriteAsync(line, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            // The disk failed or the recording ended meanwhile; Stopped tells.
        }
    }

    /// <summary>Has the recording taken away once it ends.</summary>
    public void Discard() => isUnwanted = true;

    /// <summary>Writes what waits and ends the recording; takes it away again where nobody answered.</summary>
    public async ValueTask DisposeAsync()
    {
        lines.Writer.TryComplete();
        await Stopped;
        folder.Dispose();
        if (isUnwanted || !HasAnswers)
        {
            folder.Delete();
        }
    }

    private async Task<string?> WriteLinesAsync()
    {
        try
        {
            DateTimeOffset? unflushedSince = null;
            while (true)
            {
                var more = lines.Reader.WaitToReadAsync().AsTask();
                if (unflushedSince is { } since && await IsFlushDueAsync(since, more))
                {
                    Flush();
                    unflushedSince = null;
                }

                if (!await more)
                {
                    folder.CloseSegment();
                    folder.WriteManifest(Manifest(isEnd: true));
                    return null;
                }

                if (lines.Reader.TryRead(out var line))
                {
                    folder.Append(line.Span);
                    unflushedSince ??= time.GetUtcNow();
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            lines.Writer.TryComplete();
            return $"Recording stopped: {e.Message}";
        }
    }

    private async Task<bool> IsFlushDueAsync(DateTimeOffset since, Task<bool> more)
    {
        var left = since + options.FlushInterval - time.GetUtcNow();
        if (left <= TimeSpan.Zero || more.IsCompleted)
        {
            return left <= TimeSpan.Zero;
        }

        using var enough = new CancellationTokenSource();
        var due = await Task.WhenAny(more, Task.Delay(left, time, enough.Token)) != more;
        await enough.CancelAsync();
        return due;
    }

    private void Flush()
    {
        folder.Flush();
        bool hostsChanged;
        lock (gate)
        {
            (hostsChanged, hostsAreNew) = (hostsAreNew, false);
        }

        if (hostsChanged)
        {
            folder.WriteManifest(Manifest(isEnd: false));
        }
    }

    private RecordingManifest Manifest(bool isEnd)
    {
        lock (gate)
        {
            return new RecordingManifest
            {
                Format = RecordingFormat.Name,
                Version = RecordingFormat.Version,
                StartedAt = (startedAt ?? createdAt).ToUniversalTime(),
                EndedAt = isEnd ? (endedAt ?? time.GetUtcNow()).ToUniversalTime() : null,
                ToolVersion = typeof(RecordingWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "",
                Note = options.Note is { } note ? SecretText.RedactText(note) : null,
                Hosts = Enum.GetValues<HostKind>()
                    .Select(kind => (Kind: kind, Hosts: hosts.Of(kind)))
                    .Where(k => k.Hosts.Count > 0)
                    .ToDictionary(k => NameOf(k.Kind), k => (IReadOnlyList<string>)[.. k.Hosts.Select(h => h.ToString())]),
                Redacted = SecretRedactor.Rules,
            };
        }
    }

    private static string NameOf(HostKind kind) => kind switch
    {
        HostKind.Master => "master",
        HostKind.Agent => "agent",
        HostKind.Marathon => "marathon",
        HostKind.ZooKeeper => "zooKeeper",
        _ => "unknown",
    };
}
