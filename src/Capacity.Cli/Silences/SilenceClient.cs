using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Capacity.Cli.RightSizing;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Silences;
using Capacity.Server.AlertmanagerApi;

namespace Capacity.Cli.Silences;

/// <summary>Asks a running service about silences.</summary>
internal sealed class SilenceClient(ServiceClient service)
{
    /// <summary>Says what a silence with these matchers would keep quiet now.</summary>
    public async Task<SilencePreviewDocument> PreviewAsync(IReadOnlyList<Matcher> matchers, CancellationToken cancellationToken)
    {
        var query = string.Join('&', matchers.Select(m => $"matcher={Uri.EscapeDataString(m.ToString())}"));
        var answer = await service.GetAsync($"/api/v1/silences/preview?{query}", cancellationToken);
        return JsonSerializer.Deserialize<SilencePreviewDocument>(answer, JsonSerializerOptions.Web)!;
    }

    /// <summary>Lists silences, those that hold first.</summary>
    /// <param name="states">The states that are wanted.</param>
    /// <param name="matchers">Only silences that are written with all of these.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<IReadOnlyList<ListedSilence>> ListAsync(IReadOnlyCollection<SilenceState> states, IReadOnlyList<Matcher> matchers, CancellationToken cancellationToken)
    {
        var wanted = Enum.GetValues<SilenceState>().Select(s => $"{Server.Api.Words.Of(s)}={(states.Contains(s) ? "true" : "false")}");
        var filters = matchers.Select(m => $"filter={Uri.EscapeDataString(m.ToString())}");
        var answer = await service.GetAsync($"/api/v2/silences?{string.Join('&', wanted.Concat(filters))}", cancellationToken);
        return [.. JsonNode.Parse(answer)!.AsArray().Select(s => ListedSilence.Read(s!))];
    }

    /// <summary>Finds a silence by its id, or by the beginning of it.</summary>
    /// <exception cref="UserErrorException">There is none, or more than one.</exception>
    public async Task<ListedSilence> FindAsync(string id, CancellationToken cancellationToken)
    {
        var all = await ListAsync(Enum.GetValues<SilenceState>(), [], cancellationToken);
        return all.Where(s => s.Silence.Id.ToString().StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList() switch
        {
            [var only] when id.Length > 0 => only,
            [_, ..] => throw new UserErrorException($"'{id}' is the beginning of several silences: write more of the id."),
            _ => throw new UserErrorException($"There is no silence '{id}': capacity silence list --state all has them.", ExitCodes.Failed),
        };
    }

    /// <summary>Counts the alerts that each silence keeps quiet now, by the silence's id.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> CountSilencedAsync(CancellationToken cancellationToken)
    {
        var alerts = JsonNode.Parse(await service.GetAsync("/api/v2/alerts?active=false", cancellationToken))!.AsArray();
        return alerts.SelectMany(a => a!["status"]!["silencedBy"]!.AsArray()).CountBy(id => Guid.Parse(id!.GetValue<string>())).ToDictionary();
    }

    /// <summary>Makes a silence, or changes the one that the draft names.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> PutAsync(SilenceDraft draft, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["matchers"] = new JsonArray([.. draft.Matchers.Select(Write)]),
            ["startsAt"] = Write(draft.StartsAt ?? default),
            ["endsAt"] = Write(draft.EndsAt ?? default),
            ["createdBy"] = draft.CreatedBy,
            ["comment"] = draft.Comment,
        };
        if (draft.Id is { } id)
        {
            body["id"] = id.ToString();
        }

        var answer = JsonNode.Parse(await service.PostAsync("/api/v2/silences", body, cancellationToken))!;
        return Guid.Parse(answer["silenceID"]!.GetValue<string>());
    }

    /// <summary>Ends a silence.</summary>
    public Task ExpireAsync(Guid id, CancellationToken cancellationToken) => service.DeleteAsync($"/api/v2/silence/{id}", cancellationToken);

    private static JsonObject Write(Matcher matcher) => new()
    {
        ["name"] = matcher.Name,
        ["value"] = matcher.Value,
        ["isRegex"] = matcher.IsRegex,
        ["isEqual"] = matcher.IsEqual,
    };

    private static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
