using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Capacity.Benchmarks.Cycle;

/// <summary>Prometheus as it comes, with a folder and a port of its own. It scrapes and stores what <see cref="ExpositionChild"/> serves.</summary>
internal sealed class PrometheusPeer : IDisposable
{
    private const string SamplesTaken = "prometheus_tsdb_head_samples_appended_total{type=\"float\"} ";

    private readonly HttpClient http = new();
    private readonly Child process;
    private readonly Uri metrics;

    private PrometheusPeer(Child process, int port)
    {
        this.process = process;
        metrics = new($"http://127.0.0.1:{port}/metrics");
    }

    public Child Process => process;

    /// <summary>Finds the program; <see langword="null"/> where it is not installed.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "prometheus")).FirstOrDefault(File.Exists);

    public static PrometheusPeer Start(string program, string folder, IEnumerable<string> targets, TimeSpan interval)
    {
        var configuration = Path.Combine(folder, "prometheus.yml");
        File.WriteAllText(configuration, string.Create(CultureInfo.InvariantCulture, $"""
            global: {'{'} scrape_interval: {interval.TotalSeconds}s, scrape_timeout: {interval.TotalSeconds}s {'}'}
            scrape_configs:
              - job_name: agents
                static_configs: [{'{'} targets: [{string.Join(", ", targets.Select(t => $"'{t}'"))}] {'}'}]
            """));
        var port = FreePort();
        string[] arguments =
        [
            $"--config.file={configuration}", $"--storage.tsdb.path={Path.Combine(folder, "data")}",
            $"--web.listen-address=127.0.0.1:{port}", "--log.level=error",
        ];
        return new(Child.StartProgram(program, folder, arguments), port);
    }

    /// <summary>Reads how many samples it has stored.</summary>
    public async Task<double> SamplesAsync(CancellationToken cancellationToken)
    {
        var text = await http.GetStringAsync(metrics, cancellationToken);
        var line = text.Split('\n').Single(l => l.StartsWith(SamplesTaken, StringComparison.Ordinal));
        return double.Parse(line.AsSpan(SamplesTaken.Length), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.Kill();
        http.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
