using System.ComponentModel;
using System.Text.RegularExpressions;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Units;

namespace Capacity.Server.Api.Incidents;

/// <summary>The announcement of a change.</summary>
internal sealed partial record ChangeRequest
{
    private const int LongestText = 1000;
    private const int MostTargets = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    [Description("Its name: letters, digits, '-', '_', '.' and ':', 1 to 100 of them.")]
    public string? Id { get; init; }

    [Description("What it does, such as master_update; change where it is not given.")]
    public string? Kind { get; init; }

    [Description("The machines, by name or address; 1 or more.")]
    public IReadOnlyList<string>? Targets { get; init; }

    [Description("How long one machine may take, such as 6m; the policy's time where it is not given.")]
    public string? Expected { get; init; }

    [Description("What is allowed beyond, such as 4m; the policy's time where it is not given.")]
    public string? Grace { get; init; }

    [Description("Who announces it.")]
    public string? Author { get; init; }

    [Description("What for.")]
    public string? Comment { get; init; }

    /// <summary>Gets what is wrong with it; <see langword="null"/> for nothing.</summary>
    public string? Fault =>
        Id is null || !IdForm().IsMatch(Id) ? "id: a name of 1 to 100 letters, digits, '-', '_', '.' and ':'."
        : Targets is not { Count: >= 1 and <= MostTargets } || Targets.Any(t => string.IsNullOrWhiteSpace(t) || t.Length > LongestText) ? $"targets: 1 to {MostTargets} names of machines."
        : Bad("expected", Expected) ?? Bad("grace", Grace)
        ?? (new[] { Kind, Author, Comment }.Any(t => t?.Length > LongestText) ? $"kind, author and comment: {LongestText} characters at most." : null);

    /// <summary>Gives the change; when it started is not known yet.</summary>
    public AnnouncedChange ToChange() => new()
    {
        Id = Id!,
        Kind = string.IsNullOrWhiteSpace(Kind) ? "change" : Kind,
        Targets = [.. Targets!.Distinct().Select(t => new ChangeTarget(t))],
        Expected = Length(Expected),
        Grace = Length(Grace),
        Author = Author ?? "",
        Comment = Comment ?? "",
        StartedAt = default,
    };

    private static string? Bad(string name, string? text) =>
        text is null || (Length(text) is { } length && length <= Longest) ? null : $"{name}: '{text}' is no length of time of up to 7 days: {DurationText.Expected}.";

    private static TimeSpan? Length(string? text) => text is null ? null : DurationText.TryParse(text);

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,100}\z")]
    private static partial Regex IdForm();
}
