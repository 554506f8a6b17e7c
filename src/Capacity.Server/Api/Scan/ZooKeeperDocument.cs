using System.ComponentModel;

namespace Capacity.Server.Api.Scan;

public sealed record ZooKeeperDocument
{
    [Description("Each server that was asked.")]
    public required IReadOnlyList<ZooKeeperServerDocument> Servers { get; init; }

    [Description("How many znodes the survey saw; null where there was none.")]
    public required long? ZNodesSeen { get; init; }

    [Description("Whether it saw all of them; null where there was none.")]
    public required bool? SurveyWhole { get; init; }

    [Description("Bytes of data in all the znodes seen.")]
    public required long? TotalDataBytes { get; init; }

    [Description("The znodes with the most data, the largest first.")]
    public required IReadOnlyList<ZNodeDocument> LargestZNodes { get; init; }
}
