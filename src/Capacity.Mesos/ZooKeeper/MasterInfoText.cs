using System.Text.Json;
using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Understands the data of a <c>json.info_</c> node.</summary>
internal static class MasterInfoText
{
    public static MasterCandidate Parse(string node, int sequence, ReadOnlySpan<byte> json)
    {
        var candidate = new MasterCandidate { Node = node, Sequence = sequence };
        try
        {
            return JsonSerializer.Deserialize(json, ZooKeeperJson.Default.MasterInfo) is { } info
                ? Describe(candidate, info)
                : candidate with { Problem = "its data is JSON's null" };
        }
        catch (JsonException e)
        {
            return candidate with { Problem = $"its data is no MasterInfo in JSON: {NetworkFault.OneLine(e.Message)}" };
        }
    }

    private static MasterCandidate Describe(MasterCandidate candidate, MasterInfo info)
    {
        var hostname = info.Address?.Hostname ?? info.Hostname;
        var port = info.Address?.Port ?? info.Port;

        // What the master listens on comes first: its host name may be one that only people's browsers know.
        var address = Find(info.Address?.Ip, port) ?? HostPort.TryParse(info.Pid) ?? Find(hostname, port);
        return candidate with
        {
            Address = address,
            Hostname = hostname,
            Id = info.Id,
            Version = info.Version,
            Problem = address is null ? "its data gives no address" : null,
        };
    }

    private static HostPort? Find(string? host, int? port) =>
        host is null || port is null ? null : HostPort.TryParse(FormattableString.Invariant($"{host}:{port}"));
}
