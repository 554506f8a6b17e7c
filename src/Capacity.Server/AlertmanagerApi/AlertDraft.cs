using System.Text.Json;
using Capacity.Core.Alerting.Board;
using Capacity.Server.Configuration;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>One alert as it is being read. Used again and again.</summary>
internal sealed class AlertDraft(AlertSettings settings)
{
    private byte[] url = new byte[256];
    private int urlLength;

    public Utf8Pairs Labels { get; } = new(settings.MaxLabels);

    public Utf8Pairs Annotations { get; } = new(settings.MaxLabels);

    public bool HasLabels { get; set; }

    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>Gets where it comes from, in UTF-8.</summary>
    public ReadOnlySpan<byte> Url => url.AsSpan(0, urlLength);

    public void Clear()
    {
        Labels.Clear();
        Annotations.Clear();
        (urlLength, HasLabels, StartsAt, EndsAt) = (0, false, null, null);
    }

    public void SetUrl(ref Utf8JsonReader reader) => urlLength = AlertJsonSteps.Copy(ref reader, ref url);

    /// <summary>Says what is wrong with it although it is of the right form; <see langword="null"/> for nothing.</summary>
    public string? Fault()
    {
        if (EndsAt < StartsAt)
        {
            return "start time must be before end time";
        }

        if (Labels.Count == 0)
        {
            return "at least one label pair required";
        }

        if (Labels.HasEmptyName || Annotations.HasEmptyName)
        {
            return $"invalid {(Labels.HasEmptyName ? "label set" : "annotations")}: invalid name \"\"";
        }

        return urlLength > settings.MaxValueBytes
            ? $"the generatorURL is too long: {urlLength} bytes, more than {settings.MaxValueBytes} (alerts.maxValue)"
            : Excess("labels", Labels) ?? Excess("annotations", Annotations);
    }

    private string? Excess(string what, Utf8Pairs pairs)
    {
        if (pairs.IsOverfull)
        {
            return $"too many {what}: more than {settings.MaxLabels} (alerts.maxLabels)";
        }

        if (pairs.LongestName > settings.MaxNameBytes)
        {
            return $"a name in {what} is too long: {pairs.LongestName} bytes, more than {settings.MaxNameBytes} (alerts.maxName)";
        }

        return pairs.LongestValue > settings.MaxValueBytes
            ? $"a value in {what} is too long: {pairs.LongestValue} bytes, more than {settings.MaxValueBytes} (alerts.maxValue)"
            : null;
    }
}
