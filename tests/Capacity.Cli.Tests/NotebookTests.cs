using System.Diagnostics;
using Capacity.Testing.Recordings;

namespace Capacity.Cli.Tests;

/// <summary>Executes each notebook on a scan of a recorded cluster.</summary>
public sealed class NotebookTests : IDisposable
{
    private const string Jupyter = "/usr/bin/jupyter";

    private readonly string folder = Directory.CreateTempSubdirectory("capacity-notebook-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Notebooks =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Folder, "notebooks"), "*.ipynb").Select(f => Path.GetFileName(f))];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Notebook_OnARecordedCluster_RunsToItsEnd(string notebook)
    {
        Assert.True(File.Exists(Jupyter), "Jupyter is not installed: ./test.sh installs it.");
        var scan = await Run.Async("replay", Path.Combine(CommittedRecordings.Folder, "steady"), "--scan", "--speed", "20", "--output", "json");
        var file = Path.Combine(folder, "scan.json");
        await File.WriteAllTextAsync(file, scan.Output, Cancellation);

        var start = new ProcessStartInfo(Jupyter, ["nbconvert", "--to", "notebook", "--execute", "--output-dir", folder, Path.Combine(Repository.Folder, "notebooks", notebook)])
        {
            RedirectStandardError = true,
            Environment = { ["CAPACITY_SCAN"] = file, ["HOME"] = folder, ["PATH"] = "/usr/bin:/bin" },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.True(process.ExitCode == 0, said);
        Assert.Contains("image/png", await File.ReadAllTextAsync(Path.Combine(folder, notebook), Cancellation), StringComparison.Ordinal);
    }
}
