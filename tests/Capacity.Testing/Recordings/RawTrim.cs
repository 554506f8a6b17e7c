using System.Text.Json;

namespace Capacity.Testing.Recordings;

/// <summary>Chooses from a raw recording what tests need.</summary>
internal static class RawTrim
{
    private static readonly HashSet<string> Always =
    [
        "/metrics/snapshot", "/slaves", "/maintenance/status", "/maintenance/schedule", "/redirect", "/containers", "GET_MASTER",
    ];

    private static readonly HashSet<string> First = ["/state-summary", "/flags", "/version", "/roles", "/quota", "GET_AGENTS"];

    /// <summary>Keeps, in the order given, what the README of the committed recordings lists.</summary>
    public static IEnumerable<RawRequest> Keep(IReadOnlyList<RawRequest> requests)
    {
        var seen = new HashSet<(string, string)>();
        var lastTick = requests.Max(r => r.Tick);
        string? leader = null;
        foreach (var request in requests)
        {
            var uri = request.Address;
            var what = request.Request is { ValueKind: JsonValueKind.Object } body ? body.GetProperty("type").GetString()! : uri.AbsolutePath;
            var isAgent = uri.Port >= 5060;
            var isFirst = request.Status == 200 && seen.Add((uri.Authority, what));
            var isNewLeader = what == "/state" && !isAgent && request.Status == 200 && leader != uri.Authority;
            leader = isNewLeader ? uri.Authority : leader;
            if (Always.Contains(what)
                || (isAgent && what is "/state" or "GET_TASKS")
                || (First.Contains(what) && isFirst)
                || (what is "/state" && (isFirst || isNewLeader))
                || (what is "/state" or "/state-summary" or "GET_AGENTS" && request.Status != 200)
                || (what is "/frameworks" && (isFirst || request.Tick == lastTick || request.Status != 200)))
            {
                yield return request;
            }
        }
    }
}
