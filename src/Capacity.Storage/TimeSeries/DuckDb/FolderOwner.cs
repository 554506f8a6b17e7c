using System.Globalization;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Holds a folder for this process. The lock ends with the process, however it ends.</summary>
internal sealed class FolderOwner : IDisposable
{
    private readonly FileStream held;

    private FolderOwner(FileStream held) => this.held = held;

    /// <summary>Takes the folder; throws <see cref="FolderTakenException"/> where another process has it.</summary>
    public static FolderOwner Take(string folder)
    {
        // Who holds it is in a second file, for the first can't be read while it is held.
        var name = Path.Combine(folder, "owner.txt");
        FileStream held;
        try
        {
            held = new(Path.Combine(folder, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && File.Exists(name))
        {
            throw new FolderTakenException($"'{folder}' is in use by {File.ReadAllText(name).Trim()}. One process owns a store; ask it over HTTP.", e);
        }

        try
        {
            File.WriteAllText(name, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}\n"));
            return new(held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose() => held.Dispose();
}
