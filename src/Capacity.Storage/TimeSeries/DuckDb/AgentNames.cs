using System.Globalization;
using Capacity.Core.Cluster;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Names of agents as the tables keep them: always with the port.</summary>
internal static class AgentNames
{
    public static string Write(AgentName name) => string.Create(CultureInfo.InvariantCulture, $"{name.Hostname}:{name.Port}");

    public static AgentName Read(string text)
    {
        var colon = text.LastIndexOf(':');
        return new(text[..colon], int.Parse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
