using Capacity.Core.Cluster;

namespace Capacity.Core.Planning.WhatIfs;

/// <summary>Instances of an app that find no place.</summary>
/// <param name="App">The app.</param>
/// <param name="Instances">How many instances find none.</param>
/// <param name="Reason">Why: what keeps it from most agents, and from how many of how many.</param>
public sealed record UnplacedApp(AppKey App, int Instances, string Reason);
