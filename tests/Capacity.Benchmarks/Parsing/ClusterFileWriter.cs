using System.Buffers;
using System.Globalization;
using Capacity.Simulator.Synthetic;

namespace Capacity.Benchmarks.Parsing;

/// <summary>Writes the file that <see cref="ClusterFile"/> reads: two looks at one cluster, half a minute apart.</summary>
internal static class ClusterFileWriter
{
    private const int Seed = 1;

    private static readonly TimeSpan[] Samples = [TimeSpan.Zero, TimeSpan.FromSeconds(30)];

    public static void Write(string path, int agents, int containers)
    {
        var cluster = new SyntheticCluster(Seed, agents, containers);
        using var data = File.Create(path);
        using var index = File.CreateText(ClusterFile.IndexOf(path));
        foreach (var (number, time) in Samples.Index())
        {
            var at = SyntheticCluster.StartedAt + time;
            Append($"{ClusterAnswers.Master}/slaves", cluster.WriteSlaves);
            Append($"{ClusterAnswers.Master}/metrics/snapshot", b => cluster.WriteMetrics(b, at));
            for (var i = 0; i < agents; i++)
            {
                var agent = i;
                Append($"{SyntheticCluster.AddressOf(agent)}/containers", b => cluster.WriteContainers(b, agent, at));
                Append($"{SyntheticCluster.AddressOf(agent)}/state", b => cluster.WriteState(b, agent));
            }

            void Append(string name, Action<IBufferWriter<byte>> write)
            {
                var buffer = new ArrayBufferWriter<byte>();
                write(buffer);
                index.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number} {name} {data.Position} {buffer.WrittenCount}"));
                data.Write(buffer.WrittenSpan);
            }
        }
    }
}
