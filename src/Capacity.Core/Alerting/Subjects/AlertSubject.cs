namespace Capacity.Core.Alerting.Subjects;

/// <summary>What an alert is about, read from its labels.</summary>
/// <param name="Name">The alert's name.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Machine">The machine; <see langword="null"/> where it is about none.</param>
/// <param name="Zone">The zone; <see langword="null"/> where it is not known.</param>
/// <param name="Rack">The rack; <see langword="null"/> where it is not known.</param>
/// <param name="App">The app; <see langword="null"/> where it is about none.</param>
/// <param name="Address">What users speak to; <see langword="null"/> where it is about none.</param>
/// <param name="Role">The role of the control plane that it names: a master or ZooKeeper; <see langword="null"/> for others.</param>
public sealed record AlertSubject(
    string Name,
    AlertKind Kind,
    AlertSeverity Severity,
    Machine? Machine,
    string? Zone,
    string? Rack,
    string? App,
    string? Address,
    string? Role)
{
    /// <summary>Gets whether it says that a machine, or what tasks need on it, is gone.</summary>
    public bool IsMachineEvidence =>
        Machine is not null && (Kind == AlertKind.Machine || (Kind is AlertKind.Service or AlertKind.Registration && Severity != AlertSeverity.Info));

    /// <summary>Gets whether it is about masters or ZooKeeper, or a machine they run on.</summary>
    public bool IsControlPlane => Role is not null || Machine is { IsControlPlane: true };

    /// <summary>Gets whether users may notice, without a machine being named.</summary>
    public bool IsUserFacing => Kind is AlertKind.App or AlertKind.Symptom;

    /// <summary>Gets what tells one thing from another where neither machine nor app do.</summary>
    public string Thing => App ?? (Kind == AlertKind.Symptom ? Address ?? Name : $"{Name} {Machine?.Host ?? Address ?? Rack ?? Zone}".TrimEnd());
}
