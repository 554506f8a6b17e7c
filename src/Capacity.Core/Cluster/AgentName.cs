using System.Globalization;

namespace Capacity.Core.Cluster;

/// <summary>What an agent keeps over restarts: its host and port. Its id changes with every new registration.</summary>
/// <param name="Hostname">The host name that the agent announces; it need not resolve.</param>
/// <param name="Port">The port that the agent announces.</param>
public readonly record struct AgentName(string Hostname, int Port)
{
    private const int UsualPort = 5051;

    /// <summary>Writes the host name, with the port where it is not the usual 5051.</summary>
    public override string ToString() => Port == UsualPort ? Hostname : $"{Hostname}:{Port}";

    /// <summary>Reads what <see cref="ToString"/> writes; with the usual port where none is said.</summary>
    public static AgentName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new(text[..colon], port)
            : new(text, UsualPort);
    }
}
