using System.Diagnostics.CodeAnalysis;
using Capacity.Core.Cluster;

namespace Capacity.Mesos.Http;

/// <summary>One answer, or why there is none: <see cref="Value"/> is there exactly where <see cref="Reading"/> has no failure.</summary>
/// <param name="Reading">How the request went.</param>
/// <param name="Value">What was read.</param>
/// <param name="Headers">The answer's headers that decide what to do next.</param>
internal sealed record Fetched<T>(SourceReading Reading, T? Value, AnswerHeaders Headers)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;
}
