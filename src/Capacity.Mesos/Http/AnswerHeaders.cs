namespace Capacity.Mesos.Http;

/// <summary>The headers of an answer that decide what to do next.</summary>
/// <param name="Location">Where a redirect points, made absolute.</param>
/// <param name="MarathonLeader">The address of the leading Marathon, which each Marathon gives with every answer.</param>
internal readonly record struct AnswerHeaders(Uri? Location, Uri? MarathonLeader);
