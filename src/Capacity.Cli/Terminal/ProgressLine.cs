using Spectre.Console;

namespace Capacity.Cli.Terminal;

/// <summary>One moving line on standard error that says what is going on; nothing where that is no terminal.</summary>
internal static class ProgressLine
{
    public static Task<T> RunAsync<T>(TextWriter error, Func<Action<string>, Task<T>> work)
    {
        var console = Consoles.ForProgress(error);
        return console.Profile.Capabilities.Interactive && !Console.IsErrorRedirected
            ? console.Status().StartAsync("starting", context => work(text => context.Status(Markup.Escape(text))))
            : work(_ => { });
    }
}
