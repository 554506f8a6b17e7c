using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Tests.Alerting.Board;

/// <summary>A board with one alert on it, and a clock in seconds.</summary>
internal sealed class BoardClock(BoardLimits? limits = null)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public static LabelSet Labels { get; } = LabelSet.Create([new("alertname", "Down"), new("host", "a1")]);

    public AlertBoard Board { get; } = new(limits ?? BoardLimits.Default);

    public Alert Alert => Assert.Single(Board.All);

    /// <summary>Gets what happened at the last moment that was looked at.</summary>
    public IReadOnlyList<AlertChangeKind> Changes { get; private set; } = [];

    public static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    /// <summary>An alert arrives; times are by the sender's clock.</summary>
    public BoardOutcome Arrive(double now, double? startsAt, double? endsAt, string text = "", string sender = "s")
    {
        var annotations = AnnotationSet.Create([new("summary", text)]);
        var outcome = Board.Take([new(Labels, annotations, "", startsAt is double s ? At(s) : null, endsAt is double e ? At(e) : null)], sender, At(now));
        Changes = [.. outcome.Changes.Select(c => c.Kind)];
        return outcome;
    }

    public void Pass(double now) => Changes = [.. Board.Pass(At(now)).Changes.Select(c => c.Kind)];

    /// <summary>Gives the times of the alert in seconds.</summary>
    public (double StartsAt, double EndsAt) Times => ((Alert.StartsAt - Start).TotalSeconds, (Alert.EndsAt - Start).TotalSeconds);
}
