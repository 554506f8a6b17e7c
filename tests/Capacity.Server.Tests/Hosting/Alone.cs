namespace Capacity.Server.Tests.Hosting;

/// <summary>Tests that measure the process, and so run while no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
