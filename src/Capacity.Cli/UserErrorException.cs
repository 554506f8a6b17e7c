namespace Capacity.Cli;

/// <summary>The user can mend this; the message says how, in one line.</summary>
internal sealed class UserErrorException(string message, int exitCode = ExitCodes.BadArguments) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
