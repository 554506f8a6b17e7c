namespace Capacity.Core.Cluster;

/// <summary>What an agent keeps over restarts: its host and port. Its id changes with every new registration.</summary>
/// <param name="Hostname">The host name that the agent announces; it need not resolve.</param>
/// <param name="Port">The port that the agent announces.</param>
public readonly record struct AgentName(string Hostname, int Port)
{
    /// <summary>Writes the host name, with the port where it is not the usual 5051.</summary>
    public override string ToString() => Port == 5051 ? Hostname : $"{Hostname}:{Port}";
}
