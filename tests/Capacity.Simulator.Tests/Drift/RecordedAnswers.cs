using Capacity.Core.Recordings;
using Capacity.Testing.Recordings;

namespace Capacity.Simulator.Tests.Drift;

/// <summary>What the real cluster answered in all committed recordings.</summary>
internal static class RecordedAnswers
{
    /// <summary>Agents of the recorded cluster listen on 506x, masters on 505x.</summary>
    public static async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadAsync(string who, string what, CancellationToken cancellationToken)
    {
        List<ReadOnlyMemory<byte>> found = [];
        foreach (var name in CommittedRecordings.Names)
        {
            var exchanges = await CommittedRecordings.ReadAsync(name, cancellationToken);
            found.AddRange(exchanges.Where(e => e.Status == 200 && IsOf(e, who, what)).Select(e => e.Body).Where(b => !b.IsEmpty).Take(Limit(what)));
        }

        return found;
    }

    // The same fields come again and again; what is rare (a failed task, a drain) comes in the recordings that are read in full.
    private static int Limit(string what) => what is "/metrics/snapshot" ? 40 : int.MaxValue;

    private static bool IsOf(RecordedExchange exchange, string who, string what) =>
        (exchange.Host.Port is >= 5060 and < 5070) == (who == "agent")
        && (what.StartsWith('/') ? exchange.Target.Split('?')[0] == what : exchange.RequestBody?.Contains($"\"{what}\"", StringComparison.Ordinal) == true);
}
