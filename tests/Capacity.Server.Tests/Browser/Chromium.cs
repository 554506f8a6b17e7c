using System.Diagnostics;

namespace Capacity.Server.Tests.Browser;

/// <summary>A headless browser of this machine, with an empty profile of its own. It is gone when this is disposed of.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly Process process;
    private readonly DirectoryInfo profile;

    private Chromium(Process process, DirectoryInfo profile, DevTools tools) => (this.process, this.profile, Tools) = (process, profile, tools);

    public DevTools Tools { get; }

    public static async Task<Chromium> StartAsync(CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("capacity-chromium-");
        var start = new ProcessStartInfo(Find()) { RedirectStandardError = true };
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("Chromium did not start.");
        while (await process.StandardError.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new(process, profile, await DevTools.ConnectAsync(new Uri(line[Announcement.Length..]), cancellationToken));
            }
        }

        throw new InvalidOperationException($"Chromium ended with {process.ExitCode} before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        await Tools.DisposeAsync();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        profile.Delete(recursive: true);
    }

    private static string Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("There is no chromium on the path: ./test.sh installs it.");
}
