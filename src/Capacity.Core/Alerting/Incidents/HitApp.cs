namespace Capacity.Core.Alerting.Incidents;

/// <summary>An app that lost instances.</summary>
/// <param name="Framework">The framework that runs it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Lost">The instances that ran on machines that failed.</param>
/// <param name="Instances">All of its instances.</param>
/// <param name="Team">Who owns it; <see langword="null"/> where nobody says.</param>
public sealed record HitApp(string Framework, string Id, int Lost, int Instances, string? Team);
