using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Core.TimeSeries;
using Capacity.Core.Units;
using Capacity.Core.Usage;
using DuckDB.NET.Data;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Appends one batch to one day in one transaction.</summary>
internal static class BatchWriter
{
    private const double MicrosecondsPerSecond = 1e6;

    /// <summary>Appends; when it returns, the batch is committed. Where it throws, nothing of the batch is there.</summary>
    /// <returns>The rows that were appended.</returns>
    public static int Write(DuckDbSession session, OpenDay day, SampleBatch batch, TimeSpan longestGap)
    {
        var at = batch.TakenAt.ToMicroseconds();
        List<KeyValuePair<SeriesKey, int>> added = [];
        long rolled;
        using (var transaction = session.Connection.BeginTransaction())
        {
            WriteContainers(session.Connection, day, batch, at, added);
            WriteSeries(session.Connection, day, added);
            WriteAgents(session.Connection, day, batch, at);
            WriteGroups(session.Connection, day, batch, at);
            rolled = DayBuckets.Undo(session, day, at, longestGap.ToMicroseconds());
            transaction.Commit();
        }

        (day.Newest, day.RolledUntil) = (Math.Max(day.Newest, at), rolled);
        foreach (var (key, id) in added)
        {
            day.Series.Add(key, id);
        }

        return batch.Containers.Count + batch.Agents.Count + batch.Zones.Count + 1;
    }

    private static void WriteContainers(DuckDBConnection connection, OpenDay day, SampleBatch batch, long at, List<KeyValuePair<SeriesKey, int>> added)
    {
        var fresh = new Dictionary<SeriesKey, int>();
        var names = new Dictionary<AgentName, string>();
        using var appender = connection.CreateAppender(day.Part.Alias, "main", Tables.Tail);
        foreach (var point in batch.Containers)
        {
            if (!names.TryGetValue(point.Agent, out var agent))
            {
                names.Add(point.Agent, agent = AgentNames.Write(point.Agent));
            }

            var key = new SeriesKey(point.ContainerId, point.App, agent);
            if (!day.Series.TryGetValue(key, out var id) && !fresh.TryGetValue(key, out id))
            {
                id = day.Series.Count + fresh.Count;
                fresh.Add(key, id);
            }

            Write(appender.CreateRow().AppendValue(id).AppendValue(at), point, point.Sample);
        }

        appender.Close();
        added.AddRange(fresh);
    }

    private static void Write(IDuckDBAppenderRow row, in ContainerPoint point, ContainerSample? sample) => row
        .AppendValue(sample?.At.ToMicroseconds())
        .AppendValue(Microseconds(sample?.CpuSeconds))
        .AppendValue(sample?.CpuPeriods)
        .AppendValue(sample?.CpuThrottledPeriods)
        .AppendValue(Microseconds(sample?.CpuThrottledSeconds))
        .AppendValue(sample?.CpuLimitCores)
        .AppendValue(point.Requested.Cpus.Cores)
        .AppendValue(sample?.MemoryWorkingSetBytes)
        .AppendValue(sample?.MemoryRssBytes)
        .AppendValue(sample?.MemoryTotalBytes)
        .AppendValue(sample?.MemoryLimitBytes)
        .AppendValue(point.Requested.Memory.Bytes)
        .AppendValue(sample?.DiskUsedBytes)
        .EndRow();

    private static void WriteSeries(DuckDBConnection connection, OpenDay day, List<KeyValuePair<SeriesKey, int>> added)
    {
        using var appender = connection.CreateAppender(day.Part.Alias, "main", "series");
        foreach (var (key, id) in added)
        {
            appender.CreateRow().AppendValue(id).AppendValue(key.App.Framework).AppendValue(key.App.Id)
                .AppendValue(key.Container).AppendValue(key.Agent).EndRow();
        }

        appender.Close();
    }

    private static void WriteAgents(DuckDBConnection connection, OpenDay day, SampleBatch batch, long at)
    {
        using var appender = connection.CreateAppender(day.Part.Alias, "main", "agents");

        // A literal would be taken for the narrowest number it fits, and one byte be written where the column has four.
        int? looks = 1;
        foreach (var (agent, _, stranded, usage) in batch.Agents)
        {
            var row = appender.CreateRow()
                .AppendValue(at).AppendValue(AgentNames.Write(agent.Name)).AppendValue(agent.Zone).AppendValue(agent.State.ToString())
                .AppendValue(looks).AppendValue(agent.State == AgentState.Active ? 1.0 : 0.0);
            var r = agent.Resources;
            ResourceVector? free = agent.TakesNewTasks ? r?.Free : null;
            Write(row, usage, r?.Total, r?.Allocated, r?.Offered, free, r is null ? null : stranded);
        }

        appender.Close();
    }

    private static void WriteGroups(DuckDBConnection connection, OpenDay day, SampleBatch batch, long at)
    {
        using var appender = connection.CreateAppender(day.Part.Alias, "main", "groups");
        foreach (var (group, isCluster) in batch.Zones.Select(z => (z, false)).Prepend((batch.Cluster, true)))
        {
            var row = appender.CreateRow()
                .AppendValue(at).AppendValue(isCluster).AppendValue(isCluster ? null : group.Name)
                .AppendValue((double)group.Agents.Values.Sum())
                .AppendValue((double)group.Agents.GetValueOrDefault(AgentState.Active))
                .AppendValue((double)group.SizeUnknown);
            Write(row, group.Usage, group.Total, group.Allocated, group.Offered, group.Free, group.Stranded);
        }

        appender.Close();
    }

    private static void Write(
        IDuckDBAppenderRow row,
        UsageFigures usage,
        ResourceVector? total,
        ResourceVector? allocated,
        ResourceVector? offered,
        ResourceVector? free,
        ResourceVector? stranded) => row
        .AppendValue((double)usage.Containers).AppendValue((double)usage.CpuMeasured).AppendValue((double)usage.MemoryMeasured)
        .AppendValue(total?.Cpus.Cores).AppendValue(allocated?.Cpus.Cores).AppendValue(offered?.Cpus.Cores)
        .AppendValue(free?.Cpus.Cores).AppendValue(stranded?.Cpus.Cores).AppendValue(usage.Cpus?.Cores)
        .AppendValue((double?)total?.Memory.Bytes).AppendValue((double?)allocated?.Memory.Bytes).AppendValue((double?)offered?.Memory.Bytes)
        .AppendValue((double?)free?.Memory.Bytes).AppendValue((double?)stranded?.Memory.Bytes).AppendValue((double?)usage.Memory?.Bytes)
        .EndRow();

    private static long? Microseconds(double? seconds) => seconds is double s && double.IsFinite(s) && Math.Abs(s) < 1e12
        ? (long)Math.Round(s * MicrosecondsPerSecond)
        : null;
}
