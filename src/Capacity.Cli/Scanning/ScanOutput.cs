namespace Capacity.Cli.Scanning;

/// <summary>The forms a report is written in.</summary>
internal enum ScanOutput
{
    /// <summary>Tables for people.</summary>
    Table,

    /// <summary>The versioned document.</summary>
    Json,

    /// <summary>One table for programs.</summary>
    Csv,
}
