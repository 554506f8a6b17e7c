using Capacity.Testing.Recordings;

namespace Capacity.Cli.Tests;

/// <summary>Finds the repository from the running test.</summary>
internal static class Repository
{
    public static string Folder => Path.GetFullPath(Path.Combine(CommittedRecordings.Folder, "..", ".."));

    public static IEnumerable<string> SourceFiles(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj"));
}
