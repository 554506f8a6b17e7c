using Capacity.Testing.Recordings;

namespace Capacity.Storage.Tests.Recordings;

/// <summary>No test: makes <c>tests/recordings</c> anew. See the README there.</summary>
public sealed class ConvertRecordings
{
    private const string SourceVariable = "CAPACITY_RAW_RECORDINGS";

    /// <summary>Gets whether there is something to convert.</summary>
    public static bool HasSource => Environment.GetEnvironmentVariable(SourceVariable) is not null;

    [Fact(Skip = $"Set {SourceVariable} to the folder of unpacked raw recordings.", SkipUnless = nameof(HasSource))]
    public async Task Convert_AllScenarios_WritesThemTrimmed()
    {
        var source = Environment.GetEnvironmentVariable(SourceVariable)!;
        var missing = CommittedRecordings.Names.Where(n => !Directory.Exists(Path.Combine(source, n.Replace('-', '_'))));
        Assert.Empty(missing);
        foreach (var name in CommittedRecordings.Names)
        {
            var target = Path.Combine(CommittedRecordings.Folder, name);
            if (Directory.Exists(target))
            {
                Directory.Delete(target, recursive: true);
            }

            var note = $"Scenario {name} of a real Mesos 1.12 cluster on one machine, trimmed; see tests/recordings/README.md.";
            var raw = Path.Combine(source, name.Replace('-', '_'));
            var count = await RawRecordingConverter.ConvertAsync(raw, target, note, trim: true, TestContext.Current.CancellationToken);
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {count} exchanges");
        }
    }
}
