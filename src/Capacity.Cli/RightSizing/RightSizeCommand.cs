using System.CommandLine;

namespace Capacity.Cli.RightSizing;

/// <summary><c>capacity rightsize</c>: what containers should be given instead, and the proof.</summary>
internal static class RightSizeCommand
{
    public static Command Create() => new("rightsize", "Say what containers should be given instead, and prove it.") { BackTestCommand.Create() };
}
