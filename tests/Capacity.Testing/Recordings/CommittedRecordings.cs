using Capacity.Core.Recordings;
using Capacity.Storage.Recordings;

namespace Capacity.Testing.Recordings;

/// <summary>The recordings in <c>tests/recordings</c>.</summary>
public static class CommittedRecordings
{
    /// <summary>Gets the names of all of them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["agent-restart", "bootstrap", "drain", "leader-kill", "pods", "rolling", "steady", "task-failures"];

    /// <summary>Gets the folder that holds them, found from the running test upwards.</summary>
    /// <exception cref="DirectoryNotFoundException">The test does not run below the repository.</exception>
    public static string Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, "tests", "recordings");
                if (Directory.Exists(candidate))
                {
                    return candidate;
                }
            }

            throw new DirectoryNotFoundException($"No tests/recordings above {AppContext.BaseDirectory}.");
        }
    }

    /// <summary>Opens one.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static async Task<Recording> OpenAsync(string name, CancellationToken cancellationToken) =>
        await Recording.OpenAsync(Path.Combine(Folder, name), cancellationToken) switch
        {
            RecordingOpening.Opened(var recording) => recording,
            RecordingOpening.Refused(_, var reason) => throw new InvalidDataException(reason),
            var other => throw new InvalidOperationException($"{other} is not handled."),
        };

    /// <summary>Reads one to its end.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static async Task<IReadOnlyList<RecordedExchange>> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var recording = await OpenAsync(name, cancellationToken);
        return await recording.ReadAsync(cancellationToken).ToListAsync(cancellationToken);
    }
}
