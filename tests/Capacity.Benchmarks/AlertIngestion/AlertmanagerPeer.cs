using System.Net;
using System.Net.Sockets;
using Capacity.Benchmarks.Cycle;

namespace Capacity.Benchmarks.AlertIngestion;

/// <summary>Alertmanager as it comes, with a folder and a port of its own and its usual times. Nobody is notified.</summary>
internal static class AlertmanagerPeer
{
    /// <summary>Finds the program; <see langword="null"/> where it is not installed.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "prometheus-alertmanager")).FirstOrDefault(File.Exists);

    public static (Child Process, Uri Address) Start(string program, string folder)
    {
        var configuration = Path.Combine(folder, "alertmanager.yml");
        File.WriteAllText(configuration, "route: { receiver: nobody, group_by: [alertname, cluster] }\nreceivers: [{ name: nobody }]\n");
        var port = FreePort();
        string[] arguments =
        [
            $"--config.file={configuration}", $"--storage.path={Path.Combine(folder, "alertmanager")}", $"--web.listen-address=127.0.0.1:{port}",
            "--cluster.listen-address=", "--log.level=error",
        ];
        return (Child.StartProgram(program, folder, arguments), new($"http://127.0.0.1:{port}"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
