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
    /// <summary>Takes an answer back that was read and is not what was asked for: <c>{}</c>, or the document of another server.</summary>
    public Fetched<T> Unless(Func<T, bool> usable, string detail) => Value is null || usable(Value)
        ? this
        : this with { Value = null, Reading = Reading with { Failure = new(FailureReason.Malformed, detail) } };

    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;
}
