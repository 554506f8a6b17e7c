using System.Globalization;
using System.Text;

namespace Capacity.Benchmarks.AlertIngestion;

/// <summary>The alerts of a zone that lost its power, as Prometheus sends them: batches of 64, the same labels in every round, with an end that moves on.</summary>
internal sealed class AlertStorm(int count)
{
    /// <summary>What Prometheus 2.42 sends at once.</summary>
    private const int BatchSize = 64;

    /// <summary>From an evaluation to the end that Prometheus gives.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromMinutes(4);

    public int Count => count;

    /// <summary>Writes the bodies of one round.</summary>
    /// <param name="began">When the alerts began.</param>
    /// <param name="now">When they are sent.</param>
    public IReadOnlyList<byte[]> Round(DateTimeOffset began, DateTimeOffset now) =>
        [.. Enumerable.Range(0, count).Chunk(BatchSize).Select(batch => Encoding.UTF8.GetBytes($"[{string.Join(',', batch.Select(i => Alert(i, began, now + Horizon)))}]"))];

    private static string Alert(int i, DateTimeOffset began, DateTimeOffset ends)
    {
        var (agent, app) = (i % 1000, i % 2500);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"annotations":{"description":"Task {{i}} of app-{{app}} on agent-{{agent}}.zone-b.example.org has not been running for 5 minutes.","runbook_url":"https://runbooks.example.org/mesos/taskdown","summary":"A task is down."},"endsAt":"{{ends:yyyy-MM-ddTHH:mm:ss.fffZ}}","startsAt":"{{began:yyyy-MM-ddTHH:mm:ss.fffZ}}","generatorURL":"http://prometheus-1.example.org:9090/graph?g0.expr=mesos_task_running+%3D%3D+0\u0026g0.tab=1","labels":{"agent":"agent-{{agent}}.zone-b.example.org","alertname":"MesosTaskDown","app":"/prod/team-{{app % 50}}/app-{{app}}","cluster":"prod-eu","framework":"marathon","instance":"agent-{{agent}}.zone-b.example.org:5051","job":"mesos-agent","prometheus":"monitoring/main","rack":"b{{agent % 25}}","severity":"warning","task_id":"prod_team-{{app % 50}}_app-{{app}}.{{i:x8}}-3d5c-11ef-9a3c-0242ac11{{i % 65536:x4}}","team":"team-{{app % 50}}","zone":"b"} }
            """);
    }
}
