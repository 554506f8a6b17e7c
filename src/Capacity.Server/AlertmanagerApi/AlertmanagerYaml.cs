using System.Globalization;
using Capacity.Server.Configuration;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>This service's way with alerts as a configuration of Alertmanager, which clients read: one route, one receiver.</summary>
internal static class AlertmanagerYaml
{
    public static string Of(AlertSettings settings)
    {
        var seconds = settings.Board.ResolveTimeout.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        var groupBy = string.Concat(settings.GroupBy.Select(label => $"  - '{label.Replace("'", "''", StringComparison.Ordinal)}'\n"));
        return $"""
            global:
              resolve_timeout: {seconds}s
            route:
              receiver: {settings.Receiver}

            """ + (groupBy.Length > 0 ? $"  group_by:\n{groupBy}" : "") + $"""
              continue: false
            receivers:
            - name: {settings.Receiver}
            templates: []

            """;
    }
}
