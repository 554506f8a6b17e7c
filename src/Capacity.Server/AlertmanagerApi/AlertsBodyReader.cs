using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Capacity.Server.Alerts;
using Capacity.Server.Configuration;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Reads the body of <c>POST alerts</c> in one pass. Alerts that are known cost no string: those of the board are used again. So is this reader.</summary>
/// <remarks>
/// As tolerant and as strict as Alertmanager: unknown fields do not matter, of a name that comes twice the last counts, numbers are no labels.
/// What runs for each alert is optimised from the first call on: a storm is over before the runtime would have noticed what is hot.
/// </remarks>
internal sealed class AlertsBodyReader(AlertKeeper keeper, AlertSettings settings)
{
    private const int MostFaults = 20;

    /// <summary>Prometheus sends 64 alerts at once, 50 KB or so. A body that is longer shall not keep its memory for good.</summary>
    private const int LongBytes = 256 * 1024;

    private readonly AlertDraft draft = new(settings);
    private readonly List<PostedAlert> valid = [];
    private readonly List<string> faults = [];
    private byte[] nameText = new byte[256];
    private byte[] valueText = new byte[1024];
    private int unsaid;
    private bool wasLong;

    /// <summary>Reads a body.</summary>
    /// <returns>What it holds, until <see cref="TryClear"/>; or why nothing of it is taken.</returns>
    public (PostedAlerts? Alerts, Refusal? Refusal) Read(ReadOnlySpan<byte> body)
    {
        wasLong |= body.Length > LongBytes;
        if (!Utf8.IsValid(body))
        {
            return (null, Refusal.Unreadable("alerts", "it is not UTF-8"));
        }

        try
        {
            ReadList(body);
        }
        catch (JsonMismatchException e)
        {
            return (null, e.Refusal);
        }
        catch (JsonException e)
        {
            return (null, Refusal.Unreadable("alerts", $"it is no JSON at byte {e.BytePositionInLine} of line {e.LineNumber + 1}"));
        }
        catch (InvalidOperationException)
        {
            return (null, Refusal.Unreadable("alerts", "an escaped sign is half of a pair"));
        }

        if (unsaid > 0)
        {
            faults.Add($"and {unsaid} more");
        }

        return (new(valid, faults), null);
    }

    /// <summary>Makes this ready for another body.</summary>
    /// <returns>Whether it is worth to be kept.</returns>
    public bool TryClear()
    {
        valid.Clear();
        faults.Clear();
        unsaid = 0;
        return !wasLong;
    }

    private void ReadList(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, isFinalBlock: false, default);
        if (!reader.Read())
        {
            throw new JsonMismatchException(body.Trim(" \t\r\n"u8).Length == 0 ? Refusal.Required("alerts") : AlertJsonSteps.EndOfInput);
        }

        if (reader.TokenType == JsonTokenType.Null)
        {
            throw new JsonMismatchException(Refusal.Required("alerts"));
        }

        AlertJsonSteps.Expect(ref reader, JsonTokenType.StartArray, "value of type models.PostableAlerts");
        for (var i = 0; AlertJsonSteps.Next(ref reader) != JsonTokenType.EndArray; i++)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                throw new JsonMismatchException(Refusal.Required($"{i}.labels"));
            }

            AlertJsonSteps.Expect(ref reader, JsonTokenType.StartObject, "value of type models.PostableAlert");
            ReadAlert(ref reader, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadAlert(ref Utf8JsonReader reader, int index)
    {
        draft.Clear();
        while (AlertJsonSteps.Next(ref reader) == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("labels"u8))
            {
                draft.HasLabels = ReadPairs(ref reader, draft.Labels, "Alert.labels");
            }
            else if (reader.ValueTextEquals("annotations"u8))
            {
                ReadPairs(ref reader, draft.Annotations, ".annotations");
            }
            else if (reader.ValueTextEquals("startsAt"u8))
            {
                draft.StartsAt = ReadTime(ref reader, ".startsAt");
            }
            else if (reader.ValueTextEquals("endsAt"u8))
            {
                draft.EndsAt = ReadTime(ref reader, ".endsAt");
            }
            else if (!reader.ValueTextEquals("generatorURL"u8))
            {
                AlertJsonSteps.Skip(ref reader);
            }
            else if (AlertJsonSteps.NextText(ref reader, "Alert.generatorURL"))
            {
                draft.SetUrl(ref reader);
            }
        }

        if (!draft.HasLabels)
        {
            throw new JsonMismatchException(Refusal.Required($"{index}.labels"));
        }

        Take(index);
    }

    private void Take(int index)
    {
        draft.Labels.FinishLabels();
        var fault = draft.Fault();
        var known = fault is null ? keeper.Board.Find(draft.Labels) : null;
        var source = known is { GeneratorUrl: var url } && Utf8Text.Is(draft.Url, url) ? url : Source(index);
        if (fault is null)
        {
            valid.Add(new(
                known?.Labels ?? draft.Labels.ToLabels(keeper.Pool),
                known is { Annotations: var annotations } && annotations.Is(draft.Annotations) ? annotations : AnnotationSet.Create(draft.Annotations, keeper.Pool),
                source,
                draft.StartsAt,
                draft.EndsAt));
        }
        else if (faults.Count < MostFaults)
        {
            faults.Add(fault);
        }
        else
        {
            unsaid++;
        }
    }

    private string Source(int index)
    {
        var source = keeper.Pool.Share(draft.Url);
        return GeneratorUrl.IsValid(source) ? source : throw new JsonMismatchException(Refusal.NotOfType($"{index}.generatorURL", "body", "uri", source));
    }

    /// <summary>Reads names and values.</summary>
    /// <returns>Whether there is an object; there may be <c>null</c> instead.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadPairs(ref Utf8JsonReader reader, Utf8Pairs pairs, string field)
    {
        pairs.Clear();
        if (AlertJsonSteps.Next(ref reader) == JsonTokenType.Null)
        {
            return false;
        }

        AlertJsonSteps.Expect(ref reader, JsonTokenType.StartObject, field, "models.LabelSet");
        while (AlertJsonSteps.Next(ref reader) == JsonTokenType.PropertyName)
        {
            var name = AlertJsonSteps.Text(ref reader, ref nameText);
            pairs.Add(name, AlertJsonSteps.NextText(ref reader, field) ? AlertJsonSteps.Text(ref reader, ref valueText) : []);
        }

        return true;
    }

    private DateTimeOffset? ReadTime(ref Utf8JsonReader reader, string field)
    {
        if (!AlertJsonSteps.NextText(ref reader, field))
        {
            return null;
        }

        var text = AlertJsonSteps.Text(ref reader, ref valueText);
        return AlertTime.TryParse(text, out var time) ? time : throw new JsonMismatchException(Refusal.Unreadable("alerts", JsonWords.NoTime(Encoding.UTF8.GetString(text))));
    }
}
