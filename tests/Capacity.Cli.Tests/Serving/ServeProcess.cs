using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Capacity.Cli.Tests.Serving;

/// <summary><c>capacity serve</c> as a process of its own.</summary>
internal sealed partial class ServeProcess : IDisposable
{
    private readonly Process process;
    private readonly HttpClient http = new();

    private ServeProcess(Process process) => this.process = process;

    public Uri Address => http.BaseAddress!;

    /// <summary>Gets the memory that it holds now, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static async Task<ServeProcess> StartAsync(string configuration, CancellationToken cancellationToken)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(CapacityCommand).Assembly.Location, "serve", "--config", configuration])
        {
            RedirectStandardOutput = true,
        })!;
        var serve = new ServeProcess(process);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (AddressForm().Match(line) is { Success: true, Value: var address })
            {
                serve.http.BaseAddress = new(address);
                _ = process.StandardOutput.ReadToEndAsync(cancellationToken);
                return serve;
            }
        }

        serve.Dispose();
        throw new InvalidOperationException("The service did not start.");
    }

    /// <summary>Reads one figure; 0 where there is none.</summary>
    public async Task<int> FigureAsync(string series, CancellationToken cancellationToken)
    {
        var text = await MetricsAsync(cancellationToken);
        var line = text.Split('\n').FirstOrDefault(l => l.StartsWith($"{series} ", StringComparison.Ordinal));
        return line is null ? 0 : (int)double.Parse(line[(series.Length + 1)..], CultureInfo.InvariantCulture);
    }

    public Task<string> MetricsAsync(CancellationToken cancellationToken) => http.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken);

    public Task<int> StoredAsync(CancellationToken cancellationToken) => FigureAsync("capacity_collections_stored_total{cluster=\"recorded\"}", cancellationToken);

    /// <summary>Counts the collections that were collected, stored or not.</summary>
    public Task<int> CollectedAsync(CancellationToken cancellationToken) =>
        FigureAsync("capacity_collections_total{cluster=\"recorded\",scope=\"all\",outcome=\"ok\"}", cancellationToken);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content, CancellationToken cancellationToken) =>
        http.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken);

    public Task<JsonElement> GetJsonAsync(string path, CancellationToken cancellationToken) =>
        http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), cancellationToken);

    /// <summary>Waits until a figure is reached.</summary>
    public static async Task UntilAsync(Func<CancellationToken, Task<int>> figure, int atLeast, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (await figure(patience.Token) < atLeast)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>Ends the process as an init system does.</summary>
    /// <returns>Its exit code, and how long it took.</returns>
    public async Task<(int ExitCode, TimeSpan Took)> TerminateAsync(CancellationToken cancellationToken)
    {
        var asked = TimeProvider.System.GetTimestamp();
        using var kill = Process.Start("kill", $"-TERM {process.Id}");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, TimeProvider.System.GetElapsedTime(asked));
    }

    /// <summary>Ends the process as a power failure does.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        http.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressForm();
}
