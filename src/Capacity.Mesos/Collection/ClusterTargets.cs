using Capacity.Core.Cluster;
using Capacity.Mesos.Http;

namespace Capacity.Mesos.Collection;

/// <summary>Which cluster to read, and how.</summary>
public sealed record ClusterTargets
{
    /// <summary>Gets the masters, one address or several; user and password may be in them.</summary>
    public required IReadOnlyList<Uri> Masters { get; init; }

    /// <summary>Gets the Marathons; several addresses of one Marathon count once.</summary>
    public IReadOnlyList<Uri> Marathons { get; init; } = [];

    /// <summary>Gets what to send to masters and agents whose address holds no credentials.</summary>
    public HttpCredentials? MesosCredentials { get; init; }

    /// <summary>Gets what to send with operator calls, which belong to another realm than reads; <see langword="null"/> for the same.</summary>
    public HttpCredentials? OperatorCredentials { get; init; }

    /// <summary>Gets what to send to Marathons whose address holds no credentials.</summary>
    public HttpCredentials? MarathonCredentials { get; init; }

    /// <summary>Gets where zones and racks are written.</summary>
    public LocationPolicy Location { get; init; } = LocationPolicy.Default;

    /// <summary>Gets what a request may cost.</summary>
    public HttpLimits Limits { get; init; } = new();

    /// <summary>Gets how servers with TLS are talked to.</summary>
    public TlsOptions Tls { get; init; } = new();
}
