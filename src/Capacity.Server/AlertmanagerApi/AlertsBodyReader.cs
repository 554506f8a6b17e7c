using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Capacity.Server.Alerts;
using Capacity.Server.Configuration;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Reads the body of <c>POST alerts</c> in one pass. Alerts that are known cost no string: those of the board are used again.</summary>
/// <remarks>As tolerant and as strict as Alertmanager: unknown fields do not matter, of a name that comes twice the last counts, numbers are no labels.</remarks>
internal sealed class AlertsBodyReader(AlertKeeper keeper, AlertSettings settings)
{
    private const int MostFaults = 20;

    private readonly Utf8Pairs labels = new(settings.MaxLabels);
    private readonly Utf8Pairs annotations = new(settings.MaxLabels);
    private readonly List<PostedAlert> valid = [];
    private readonly List<string> faults = [];
    private byte[] nameText = new byte[256];
    private byte[] valueText = new byte[1024];
    private byte[] url = new byte[256];
    private int urlLength;
    private bool hasLabels;
    private DateTimeOffset? startsAt;
    private DateTimeOffset? endsAt;
    private int unsaid;

    /// <summary>Reads a body.</summary>
    /// <returns>What it holds, or why nothing of it is taken.</returns>
    public (PostedAlerts? Alerts, Refusal? Refusal) Read(ReadOnlySpan<byte> body)
    {
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

    private void ReadList(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, isFinalBlock: false, default);
        if (!reader.Read())
        {
            throw new JsonMismatchException(body.Trim(" \t\r\n"u8).Length == 0 ? Refusal.Required("alerts") : EndOfInput);
        }

        if (reader.TokenType == JsonTokenType.Null)
        {
            throw new JsonMismatchException(Refusal.Required("alerts"));
        }

        Expect(ref reader, JsonTokenType.StartArray, "value of type models.PostableAlerts");
        for (var i = 0; Next(ref reader) != JsonTokenType.EndArray; i++)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                throw new JsonMismatchException(Refusal.Required($"{i}.labels"));
            }

            Expect(ref reader, JsonTokenType.StartObject, "value of type models.PostableAlert");
            ReadAlert(ref reader, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadAlert(ref Utf8JsonReader reader, int index)
    {
        labels.Clear();
        annotations.Clear();
        (urlLength, hasLabels, startsAt, endsAt) = (0, false, null, null);
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("labels"u8))
            {
                hasLabels = ReadPairs(ref reader, labels, "Alert.labels");
            }
            else if (reader.ValueTextEquals("annotations"u8))
            {
                ReadPairs(ref reader, annotations, ".annotations");
            }
            else if (reader.ValueTextEquals("startsAt"u8))
            {
                startsAt = ReadTime(ref reader, ".startsAt");
            }
            else if (reader.ValueTextEquals("endsAt"u8))
            {
                endsAt = ReadTime(ref reader, ".endsAt");
            }
            else if (reader.ValueTextEquals("generatorURL"u8))
            {
                urlLength = ReadText(ref reader, ref url, "Alert.generatorURL");
            }
            else
            {
                Next(ref reader);
                if (!reader.TrySkip())
                {
                    throw new JsonMismatchException(EndOfInput);
                }
            }
        }

        if (!hasLabels)
        {
            throw new JsonMismatchException(Refusal.Required($"{index}.labels"));
        }

        Take(index);
    }

    private void Take(int index)
    {
        labels.FinishLabels();
        var known = Fault() is null ? keeper.Board.Find(labels) : null;
        var source = known is not null && Utf8Text.Is(url.AsSpan(0, urlLength), known.GeneratorUrl) ? known.GeneratorUrl : Source(index);
        if (Fault() is { } fault)
        {
            if (faults.Count < MostFaults)
            {
                faults.Add(fault);
            }
            else
            {
                unsaid++;
            }

            return;
        }

        valid.Add(new(
            known?.Labels ?? LabelSet.Create(Enumerable.Range(0, labels.Count).Select(i => labels[i]), keeper.Pool),
            known is not null && known.Annotations.Is(annotations) ? known.Annotations : AnnotationSet.Create(annotations, keeper.Pool),
            source,
            startsAt,
            endsAt));
    }

    /// <summary>Says what is wrong with an alert that is of the right form; <see langword="null"/> for nothing.</summary>
    private string? Fault()
    {
        if (endsAt < startsAt)
        {
            return "start time must be before end time";
        }

        if (labels.Count == 0)
        {
            return "at least one label pair required";
        }

        if (labels.HasEmptyName || annotations.HasEmptyName)
        {
            return $"invalid {(labels.HasEmptyName ? "label set" : "annotations")}: invalid name \"\"";
        }

        return urlLength > settings.MaxValueBytes
            ? $"the generatorURL is too long: {urlLength} bytes, more than {settings.MaxValueBytes} (alerts.maxValue)"
            : Excess("labels", labels) ?? Excess("annotations", annotations);
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

    private string Source(int index)
    {
        var source = keeper.Pool.Share(Encoding.UTF8.GetString(url, 0, urlLength));
        return GeneratorUrl.IsValid(source) ? source : throw new JsonMismatchException(Refusal.NotOfType($"{index}.generatorURL", "body", "uri", source));
    }

    /// <summary>Reads names and values.</summary>
    /// <returns>Whether there is an object; there may be <c>null</c> instead.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadPairs(ref Utf8JsonReader reader, Utf8Pairs pairs, string field)
    {
        pairs.Clear();
        if (Next(ref reader) == JsonTokenType.Null)
        {
            return false;
        }

        Expect(ref reader, JsonTokenType.StartObject, $"struct field {field} of type models.LabelSet");
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader, ref nameText);
            if (Next(ref reader) != JsonTokenType.Null)
            {
                Expect(ref reader, JsonTokenType.String, $"struct field {field} of type string");
                pairs.Add(name, Text(ref reader, ref valueText));
            }
            else
            {
                pairs.Add(name, []);
            }
        }

        return true;
    }

    private DateTimeOffset? ReadTime(ref Utf8JsonReader reader, string field)
    {
        if (Next(ref reader) == JsonTokenType.Null)
        {
            return null;
        }

        Expect(ref reader, JsonTokenType.String, $"struct field {field} of type string");
        var text = Text(ref reader, ref valueText);
        return AlertTime.TryParse(text, out var time) ? time : throw new JsonMismatchException(Refusal.Unreadable("alerts", JsonWords.NoTime(Encoding.UTF8.GetString(text))));
    }

    /// <summary>Reads a text into a buffer that stays as it is until the next alert.</summary>
    /// <returns>Its length.</returns>
    private static int ReadText(ref Utf8JsonReader reader, ref byte[] buffer, string field)
    {
        if (Next(ref reader) == JsonTokenType.Null)
        {
            return 0;
        }

        Expect(ref reader, JsonTokenType.String, $"struct field {field} of type string");
        if (buffer.Length < reader.ValueSpan.Length)
        {
            buffer = new byte[reader.ValueSpan.Length];
        }

        return reader.CopyString(buffer);
    }

    /// <summary>Gives a text without its escapes; it is gone when the buffer is used again.</summary>
    private static ReadOnlySpan<byte> Text(ref Utf8JsonReader reader, ref byte[] buffer)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan;
        }

        if (buffer.Length < reader.ValueSpan.Length)
        {
            buffer = new byte[reader.ValueSpan.Length];
        }

        return buffer.AsSpan(0, reader.CopyString(buffer));
    }

    private static Refusal EndOfInput => Refusal.Unreadable("alerts", "unexpected EOF");

    private static JsonTokenType Next(ref Utf8JsonReader reader) => reader.Read() ? reader.TokenType : throw new JsonMismatchException(EndOfInput);

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string target)
    {
        if (reader.TokenType != type)
        {
            throw new JsonMismatchException(Refusal.Unreadable("alerts", JsonWords.CannotHold(reader.TokenType, target)));
        }
    }
}
