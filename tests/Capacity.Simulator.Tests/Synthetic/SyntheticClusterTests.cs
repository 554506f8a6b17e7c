using System.Buffers;
using System.Text;
using System.Text.Json;
using Capacity.Simulator.Synthetic;
using Xunit;

namespace Capacity.Simulator.Tests.Synthetic;

public sealed class SyntheticClusterTests
{
    private const int Agents = 21;

    private static readonly DateTimeOffset Later = SyntheticCluster.StartedAt.AddSeconds(30);

    [Fact]
    public void Write_SameSeed_SameBytes() => Assert.Equal(Everything(new(7, Agents, 300)), Everything(new(7, Agents, 300)));

    [Fact]
    public void Write_OtherSeed_OtherBytes() => Assert.NotEqual(Everything(new(7, Agents, 300)), Everything(new(8, Agents, 300)));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 5)]
    [InlineData(7, 7)]
    [InlineData(Agents, 500)]
    [InlineData(Agents, Agents * SyntheticCluster.MaxContainersPerAgent)]
    public void WriteContainers_AllAgents_AsManyContainersAsAsked(int agents, int containers)
    {
        var cluster = new SyntheticCluster(1, agents, containers);

        Assert.Equal(containers, Enumerable.Range(0, agents).Sum(i => Parse(b => cluster.WriteContainers(b, i, Later)).GetArrayLength()));
    }

    [Fact]
    public void WriteState_AnyAgent_HasTheContainersOfTheOtherAnswer()
    {
        var cluster = new SyntheticCluster(1, 1, 40);

        var ofState = Parse(b => cluster.WriteState(b, 0)).GetProperty("frameworks").EnumerateArray()
            .SelectMany(f => f.GetProperty("executors").EnumerateArray()).Select(e => e.GetProperty("container").GetString());
        var ofContainers = Parse(b => cluster.WriteContainers(b, 0, Later)).EnumerateArray().Select(c => c.GetProperty("container_id").GetString());
        Assert.Equal(ofContainers.Order(), ofState.Order());
    }

    [Fact]
    public void WriteContainers_Later_CountersHaveGrown()
    {
        var cluster = new SyntheticCluster(1, 1, 20);

        var before = Parse(b => cluster.WriteContainers(b, 0, SyntheticCluster.StartedAt)).EnumerateArray().Select(CpuSeconds);
        var after = Parse(b => cluster.WriteContainers(b, 0, Later)).EnumerateArray().Select(CpuSeconds);

        Assert.All(before.Zip(after), pair => Assert.True(pair.First <= pair.Second));
    }

    [Fact]
    public void WriteState_AllAgents_FieldsOfMesos() => AssertShape(
        RealShapes.State, (cluster, i) => b => cluster.WriteState(b, i), field => field.Contains(".flags.", StringComparison.Ordinal));

    [Fact]
    public void WriteContainers_AllAgents_FieldsOfMesos() =>
        AssertShape(RealShapes.Containers, (cluster, i) => b => cluster.WriteContainers(b, i, Later), _ => false);

    [Fact]
    public void WriteSlaves_AllAgents_FieldsOfMesos() => AssertShape(RealShapes.Slaves, (cluster, _) => cluster.WriteSlaves, _ => false);

    [Fact]
    public void WriteMetrics_Always_SortedDoublesWithFamiliesOfNames()
    {
        var metrics = Parse(b => new SyntheticCluster(1, Agents, 500).WriteMetrics(b, Later)).EnumerateObject().ToList();

        var names = metrics.ConvertAll(m => m.Name);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.All(metrics, m => Assert.Contains('.', m.Value.GetRawText()));
        Assert.Superset(
            new HashSet<string>
            {
                "allocator/mesos/allocation_run_ms/p9999", "master/elected", "master/cpus_revocable_percent", "master/operations/grow_volume/pending",
                "master/slave_removals/reason_unhealthy", "master/frameworks/marathon/5b1f8e02-77c4-4f0e-9a63-20d1c4a7e915-0000/subscribed",
                "registrar/log/recovered", "system/load_15min",
            },
            names.ToHashSet());
        Assert.Equal("21.0", metrics.Single(m => m.Name == "master/slaves_active").Value.GetRawText());
    }

    /// <summary>Compares all agents together with the sample: the same fields of the same types, no more and no fewer, in the same order.</summary>
    private static void AssertShape(string sample, Func<SyntheticCluster, int, Action<IBufferWriter<byte>>> document, Func<string, bool> isFree)
    {
        var cluster = new SyntheticCluster(3, Agents, 500);
        var real = JsonDocument.Parse(Encoding.UTF8.GetBytes(sample)).RootElement;
        var made = Enumerable.Range(0, Agents).Select(i => Parse(document(cluster, i))).ToList();

        Assert.Equal(Fields([real]), Fields(made));
        Assert.All(made, m => Assert.Null(JsonShape.OutOfOrder(m, real)));

        // A framework has the same fields whether it still runs something or not, but rarely all of them when it does not.
        IEnumerable<string> Fields(IEnumerable<JsonElement> documents) => documents
            .SelectMany(d => JsonShape.FieldsOf(d))
            .Where(f => !isFree(f))
            .Select(f => f.Replace("completed_frameworks[]", "frameworks[]", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);
    }

    private static double CpuSeconds(JsonElement container) => container.GetProperty("statistics").GetProperty("cpus_user_time_secs").GetDouble();

    private static JsonElement Parse(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    private static byte[] Everything(SyntheticCluster cluster)
    {
        var buffer = new ArrayBufferWriter<byte>();
        cluster.WriteSlaves(buffer);
        cluster.WriteMetrics(buffer, Later);
        for (var i = 0; i < Agents; i++)
        {
            cluster.WriteState(buffer, i);
            cluster.WriteContainers(buffer, i, Later);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
