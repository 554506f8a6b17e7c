using Capacity.Core.Cluster;

namespace Capacity.Core.Packing.Measures;

/// <summary>An app that would lose its quorum, or its last mirror, with one host, rack or zone.</summary>
/// <param name="App">The app.</param>
/// <param name="Instances">How many instances run.</param>
/// <param name="Quorum">How many of them have to live on.</param>
/// <param name="Level">What is lost.</param>
/// <param name="Domain">Its name.</param>
/// <param name="There">How many instances are there.</param>
/// <remarks>
/// The conflicts and spread of the ROADEF/EURO 2012 machine reassignment: at risk is an app of which fewer than its quorum are anywhere
/// else. Looked at are apps that keep data on their agents, apps with the label <see cref="PlacementRisks.QuorumLabel"/>. Of two instances (mirrors) one
/// has to live on; of more, the majority.
/// </remarks>
public sealed record PlacementRisk(AppKey App, int Instances, int Quorum, DomainLevel Level, string Domain, int There);
