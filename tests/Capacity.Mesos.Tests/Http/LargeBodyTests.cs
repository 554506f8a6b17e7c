using Capacity.Mesos.Tests.Fakes;

namespace Capacity.Mesos.Tests.Http;

[Collection(Alone.Name)]
public sealed class LargeBodyTests
{
    private const long Body = 200L << 20;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CollectAsync_BodyOf200Megabytes_OneLineAndNoMemory(bool zipped)
    {
        await using var cluster = new FakeCluster();
        long sent = 0;
        cluster.Targets = cluster.Targets with { Limits = cluster.Targets.Limits with { MaxBodyBytes = 1 << 20 } };
        cluster.Agents[1].On("/containers", Answers.Endless(Body, zipped, n => Interlocked.Add(ref sent, n)));
        var before = GC.GetTotalAllocatedBytes();

        var report = await cluster.ScanAsync();

        var line = Assert.Single(report.Warnings, w => w.Code == "source-unreadable");
        Assert.Equal($"Agent {cluster.Agents[1].Address}/containers: the answer is larger than 1 MiB: raise the limit to read it.", line.Message);
        Assert.Equal(3, report.Agents.Count(a => a.Read));
        Assert.Equal([0, 1, 1], report.Agents.Select(a => a.Usage.MemoryMeasured).Order());

        // Every byte that was ever allocated counts, so this is far above what was held at any time.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 << 20);
        if (!zipped)
        {
            Assert.InRange(Interlocked.Read(ref sent), 0, Body / 4);
        }
    }
}
