namespace Capacity.Cli.Tests;

/// <summary>Runs the command as a shell would, and keeps what it says.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    public static Task<Run> Async(params string[] arguments) => Async(TestContext.Current.CancellationToken, arguments);

    public static Task<Run> Async(CancellationToken cancellationToken, params string[] arguments) => Async(TimeProvider.System, cancellationToken, arguments);

    public static async Task<Run> Async(TimeProvider time, CancellationToken cancellationToken, params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await CapacityCommand.RunAsync(arguments, output, error, time, cancellationToken);
        return new(exitCode, output.ToString(), error.ToString());
    }
}
