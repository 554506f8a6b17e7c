using System.Text.Json;
using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Cli.Alerts;

/// <summary>Reads logs of received alerts: a line for each request, with the time, the sender and Alertmanager's postable alerts.</summary>
internal static class AlertLogReader
{
    /// <summary>Whether it is such a log: the file's name says so, or it is a folder, as the service writes them.</summary>
    public static bool IsLog(string path) => Directory.Exists(path) || path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads one file, or all of a folder.</summary>
    /// <exception cref="UserErrorException">It cannot be read, or a line is not what the format says.</exception>
    public static Storm Read(string path, bool withContext)
    {
        var moments = new List<Storm.Moment>();
        var machines = new List<Machine>();
        int? quorum = null;
        var pool = new LabelPool();
        var number = 0;
        try
        {
            foreach (var text in Lines(path))
            {
                number++;
                if (string.IsNullOrWhiteSpace(text))
                {
                    continue;
                }

                var line = JsonSerializer.Deserialize(text, AlertLogJson.Default.AlertLogLine)!;
                machines.AddRange((line.Machines ?? []).Select(m => new Machine(m.Host, m.Zone, m.Rack, m.Roles ?? [])));
                quorum ??= line.Quorum;
                if (line.ReceivedAt is { } at)
                {
                    moments.AddRange((line.Alerts ?? []).Select(a => new Storm.Moment(at, Copy(a, at, line.Sender ?? "", pool), null, null)));
                    if (withContext && line.Context is { } context)
                    {
                        moments.Add((ScenarioContext.Read(context, at) ?? throw new FormatException("its context lacks something")) with { At = at });
                    }
                }
                else if (line.Machines is null)
                {
                    throw new FormatException("it has no 'receivedAt'");
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"'{path}' cannot be read: {FileFaults.Why(path, e)}.");
        }
        catch (JsonException e)
        {
            throw Wrong(e.Path is { Length: > 1 } where ? $"{where} is not what the format says" : "not what the format says");
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw Wrong(e.Message.Split('\n')[0].TrimEnd('.'));
        }

        var sorted = moments.OrderBy(m => m.At).ToList();
        return sorted.Count == 0
            ? throw new UserErrorException($"'{path}' holds no alerts.")
            : new(Path.GetFileNameWithoutExtension(path), sorted[0].At, sorted[^1].At, () => new(machines, quorum), new Dictionary<LabelSet, int>(), sorted);

        UserErrorException Wrong(string why) => new($"'{path}' is no log of alerts: line {number}: {why}. docs/alerts.md has the format.");
    }

    private static IEnumerable<string> Lines(string path) =>
        Directory.Exists(path) ? Directory.GetFiles(path, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines) : File.ReadLines(path);

    private static AlertDelivery Copy(AlertLogLine.Postable alert, DateTimeOffset at, string sender, LabelPool pool)
    {
        var labels = LabelSet.Create(alert.Labels ?? throw new FormatException("an alert has no labels."), pool);
        return new(at, labels, alert.StartsAt is { Year: > 1 } start ? start : at, alert.EndsAt is { Year: > 1 } end ? end : null, sender);
    }
}
