using System.CommandLine;

namespace Capacity.Cli.Silences;

/// <summary><c>capacity silence</c>: keeps alerts quiet for a while.</summary>
internal static class SilenceCommand
{
    public static Command Create(TimeProvider time) => new("silence", "Keep alerts quiet for a while; they are still shown and counted, and page nobody.")
    {
        SilenceAddCommand.Create(time),
        SilencePreviewCommand.Create(time),
        SilenceListCommand.Create(time),
        SilenceExpireCommand.Create(time),
        SilenceExtendCommand.Create(time),
    };
}
