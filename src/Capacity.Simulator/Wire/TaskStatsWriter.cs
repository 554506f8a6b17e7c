using System.Text.Json;
using Capacity.Simulator.Model;

namespace Capacity.Simulator.Wire;

/// <summary>Writes the statistics of an app's tasks, three times over: here all of them are of the latest version.</summary>
internal static class TaskStatsWriter
{
    public static void Write(Utf8JsonWriter json, AppState app, int running, int healthy)
    {
        json.WriteStartObject("taskStats");
        foreach (var name in (string[])["startedAfterLastScaling", "withLatestConfig", "totalSummary"])
        {
            json.WriteStartObject(name);
            json.WriteStartObject("stats");
            json.WriteStartObject("counts");
            json.WriteNumber("staged", 0);
            json.WriteNumber("running", running);
            json.WriteNumber("healthy", healthy);
            json.WriteNumber("unhealthy", 0);
            json.WriteEndObject();
            if (running > 0)
            {
                var ages = app.Instances.Select(i => (app.Version - i.Executor.StartedAt).Duration().TotalSeconds).Order().ToList();
                json.WriteStartObject("lifeTime");
                json.WriteNumber("averageSeconds", ages.Average());
                json.WriteNumber("medianSeconds", ages[ages.Count / 2]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
