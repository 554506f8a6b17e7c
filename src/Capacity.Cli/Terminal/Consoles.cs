using Spectre.Console;

namespace Capacity.Cli.Terminal;

/// <summary>Where things are written: results to standard output, progress and errors to standard error.</summary>
internal static class Consoles
{
    /// <summary>The width of tables that are written to a file or a pipe.</summary>
    private const int RedirectedWidth = 140;

    public static IAnsiConsole ForResults(TextWriter output)
    {
        var isTerminal = !Console.IsOutputRedirected && ReferenceEquals(output, Console.Out);
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!isTerminal)
        {
            console.Profile.Width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 40 ? columns : RedirectedWidth;
        }

        return console;
    }

    public static IAnsiConsole ForProgress(TextWriter error) => AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(error) });
}
