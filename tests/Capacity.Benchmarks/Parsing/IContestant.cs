namespace Capacity.Benchmarks.Parsing;

/// <summary>Something that reads all answers once.</summary>
internal interface IContestant
{
    string Name { get; }

    Task RunAsync(CancellationToken cancellationToken);
}
