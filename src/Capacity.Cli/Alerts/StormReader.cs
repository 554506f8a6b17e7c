namespace Capacity.Cli.Alerts;

/// <summary>Reads storms, whichever of the two formats they are in.</summary>
internal static class StormReader
{
    /// <inheritdoc cref="ScenarioReader.Read"/>
    public static Storm Read(string path, bool withContext, bool curated) =>
        AlertLogReader.IsLog(path) ? AlertLogReader.Read(path, withContext) : ScenarioReader.Read(path, withContext, curated);
}
