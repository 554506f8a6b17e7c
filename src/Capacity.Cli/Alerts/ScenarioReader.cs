using System.IO.Compression;
using System.Text.Json;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Cli.Alerts;

/// <summary>Reads storms in the scenario format. What they say of the truth (<c>incident</c>, <c>expected</c>) is never looked at.</summary>
internal static class ScenarioReader
{
    private static readonly string[] Columns = ["t", "alert", "startsAt", "endsAt", "sender"];

    /// <summary>Reads one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="withContext">Whether to take what was known besides alerts.</param>
    /// <param name="curated">Whether to take the curated severities in the place of the typical.</param>
    /// <exception cref="UserErrorException">It is no such file.</exception>
    public static Storm Read(string path, bool withContext, bool curated)
    {
        var file = Parse(path);
        var start = file.T0 ?? DateTimeOffset.UnixEpoch;
        var alerts = file.Alerts ?? throw Wrong(path, "it has no 'alerts'");
        var rows = file.AlertEvents ?? throw Wrong(path, "it has no 'alert_events'");
        var pool = new LabelPool();
        var labels = new Dictionary<int, LabelSet>();
        var ids = new Dictionary<LabelSet, int>();
        foreach (var alert in alerts)
        {
            if (curated && alert.CuratedSeverity is { } severity)
            {
                alert.Labels["severity"] = severity;
            }

            var set = LabelSet.Create(alert.Labels, pool);
            labels[alert.Id] = set;
            ids.TryAdd(set, alert.Id);
        }

        var columns = Columns.Select(c => (file.AlertEventFields ?? Columns).ToList().IndexOf(c)).ToArray();
        var events = new List<ScenarioRow>(rows.Count);
        foreach (var (i, row) in rows.Index())
        {
            events.Add(Row(path, i, row, columns, labels));
        }

        var context = new List<Storm.Moment>();
        foreach (var (i, known) in (file.ContextEvents ?? []).Index())
        {
            if (ScenarioContext.Read(known, start) is not { } moment)
            {
                throw Wrong(path, $"context_events[{i}] lacks 't', 'type' or what its type needs");
            }

            if (withContext || moment.Restart is not null)
            {
                context.Add(moment);
            }
        }

        events.Sort((a, b) => a.At.CompareTo(b.At));
        var last = events.Count == 0 ? 0 : events[^1].At;
        var end = start.AddSeconds(Math.Max(file.DurationS ?? 0, last));
        var resend = file.Resend ?? new(60, 240, 900, false);
        return new(
            file.Name ?? Path.GetFileNameWithoutExtension(path), start, end, () => Machines(file.Topology), ids,
            ScenarioMoments.All(start, end, events, context.OrderBy(m => m.At), resend));
    }

    private static ScenarioFile Parse(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            return JsonSerializer.Deserialize(stream, ScenarioJson.Default.ScenarioFile) ?? throw Wrong(path, "it is empty");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UserErrorException($"'{path}' cannot be read: {FileFaults.Why(path, e)}.");
        }
        catch (JsonException e)
        {
            throw new FileInfo(path).Length == 0 ? Wrong(path, "it is empty") : Wrong(path, e.Path is { Length: > 1 } where ? $"{where}, line {e.LineNumber + 1}, is not what the format says" : $"line {e.LineNumber + 1} is not what the format says");
        }
    }

    private static ScenarioRow Row(string path, int index, JsonElement row, int[] columns, Dictionary<int, LabelSet> labels)
    {
        JsonElement? Field(int column) => row.ValueKind == JsonValueKind.Array && columns[column] >= 0 && columns[column] < row.GetArrayLength() ? row[columns[column]] : null;
        double? Number(int column) => Field(column) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
        if (Number(0) is not { } at || Number(1) is not { } id || Number(2) is not { } startsAt)
        {
            throw Wrong(path, $"alert_events[{index}] needs {string.Join(", ", Columns)}");
        }

        return labels.TryGetValue((int)id, out var set)
            ? new(at, set, startsAt, Number(3), Field(4) is { ValueKind: JsonValueKind.String } sender ? sender.GetString()! : "")
            : throw Wrong(path, $"alert_events[{index}] is of alert {id}, which is not among 'alerts'");
    }

    private static Topology Machines(ScenarioFile.Places? places) => places is null ? Topology.Empty : new(
        new[] { places.ControlPlane, places.Agents, places.Other }.SelectMany(p => p ?? []).Select(p => new Machine(p.Host, p.Zone, p.Rack, p.Roles ?? [])),
        places.Quorum);

    private static UserErrorException Wrong(string path, string why) => new($"'{path}' is no storm: {why}. docs/alerts.md has the format.");
}
