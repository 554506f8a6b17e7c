namespace Capacity.Core.Checks;

/// <summary>Takes one subject of a check from one look to the next. A pure function.</summary>
internal static class CheckProgress
{
    /// <summary>Moves on.</summary>
    /// <param name="before">What was; <see langword="null"/> where nothing was wrong.</param>
    /// <param name="reading">What was found; <see langword="null"/> where the subject is well, or is no more.</param>
    /// <param name="rule">The check.</param>
    /// <param name="settings">How it decides.</param>
    /// <param name="isWarm">Whether the service runs long enough for alerts to begin and to end.</param>
    /// <param name="now">The time.</param>
    /// <returns>What is; <see langword="null"/> where nothing is wrong (any more).</returns>
    public static CheckTrack? Step(CheckTrack? before, CheckReading? reading, CheckRule rule, CheckSettings settings, bool isWarm, DateTimeOffset now) =>
        before is { Stage: CheckStage.Firing }
            ? Fire(before, reading, rule, settings, isWarm, now)
            : reading is not null && rule.IsBeyond(reading.Value, settings.Threshold) ? Wait(before, reading, settings, isWarm, now) : null;

    private static CheckTrack Wait(CheckTrack? before, CheckReading reading, CheckSettings settings, bool isWarm, DateTimeOffset now)
    {
        var since = Earlier(before?.Since ?? now, reading.Since ?? now);
        var fires = isWarm && now - since >= settings.For;
        return new()
        {
            Labels = reading.Labels,
            Stage = fires ? CheckStage.Firing : CheckStage.Pending,
            Since = since,
            FiringSince = fires ? now : null,
            Value = reading.Value,
            Detail = reading.Detail,
        };
    }

    private static CheckTrack? Fire(CheckTrack before, CheckReading? reading, CheckRule rule, CheckSettings settings, bool isWarm, DateTimeOffset now)
    {
        var isClear = reading is null || (settings.Clear is { } clear && !rule.IsBeyond(reading.Value, clear));
        var clearSince = isClear ? before.ClearSince ?? now : (DateTimeOffset?)null;
        return isWarm && clearSince is { } at && now - at >= settings.KeepFiring
            ? null
            : before with { ClearSince = clearSince, Value = reading?.Value ?? before.Value, Detail = reading?.Detail ?? before.Detail };
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
