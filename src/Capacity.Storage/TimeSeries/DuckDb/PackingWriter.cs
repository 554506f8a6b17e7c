using Capacity.Core.Cluster;
using Capacity.Core.Packing.History;
using DuckDB.NET.Data;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Appends how agents are packed, by one report, in one transaction.</summary>
internal static class PackingWriter
{
    /// <summary>Appends; where it throws, nothing is there.</summary>
    /// <returns>The rows that were appended.</returns>
    public static int Write(DuckDbSession session, OpenDay day, IReadOnlyCollection<PackingPoint> agents)
    {
        using var transaction = session.Connection.BeginTransaction();
        using (var appender = session.Connection.CreateAppender(day.Part.Alias, "main", Tables.Packing))
        {
            foreach (var agent in agents)
            {
                var row = appender.CreateRow()
                    .AppendValue(agent.At.ToMicroseconds()).AppendValue(AgentNames.Write(AgentName.Parse(agent.Name)))
                    .AppendValue(agent.UsedAgents > 0).AppendValue(agent.Containers);
                Write(Write(row, agent.Cpu), agent.Memory).AppendValue((float?)agent.MixRoom)
                    .AppendValue(agent.Rooms?.Small).AppendValue(agent.Rooms?.Medium).AppendValue(agent.Rooms?.Large)
                    .AppendValue(agent.LossUnplaced).AppendValue(agent.Risks).EndRow();
            }

            appender.Close();
        }

        transaction.Commit();
        return agents.Count;
    }

    private static IDuckDBAppenderRow Write(IDuckDBAppenderRow row, PackingShares shares) => row
        .AppendValue((float?)shares.AllocatedRatio).AppendValue((float?)shares.StrandedRatio)
        .AppendValue((float?)shares.ThresholdRatio).AppendValue((float?)shares.FragmentedRatio);
}
