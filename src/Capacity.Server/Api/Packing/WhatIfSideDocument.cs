namespace Capacity.Server.Api.Packing;

/// <summary>The cluster before or after a scenario.</summary>
/// <param name="Agents">The agents.</param>
/// <param name="Total">What there is.</param>
/// <param name="Allocated">What is allocated.</param>
/// <param name="Stranded">What is stranded of the rest.</param>
/// <param name="Headroom">By how much the workload may grow.</param>
public sealed record WhatIfSideDocument(int Agents, ResourcesDocument Total, ResourcesDocument Allocated, ResourcesDocument Stranded, HeadroomDocument Headroom);
