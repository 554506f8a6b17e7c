using System.Text.Json.Nodes;
using Capacity.Core.Alerting.Paging;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Microsoft.AspNetCore.Builder;

namespace Capacity.Cli.Tests.Incidents;

/// <summary>What people say of incidents and ask of receivers, against a service that was told of one incident before.</summary>
public sealed class IncidentsCommandTests : IAsyncLifetime
{
    private const string OfApp = "000007-app /shop/web";

    private readonly string folder = Directory.CreateTempSubdirectory("capacity-incidents-").FullName;
    private Stores? stores;
    private WebApplication? service;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Url => service!.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        var yaml = $$"""
            cluster: { masters: ['http://127.0.0.1:9'] }
            web: { listen: 'http://127.0.0.1:0' }
            storage: { folder: '{{folder}}' }
            paging: { receivers: { hook: { type: webhook, url: 'http://127.0.0.1:9/hook' } }, default: { receivers: [hook] } }
            """;
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(yaml)).Configuration;
        stores = (await Stores.OpenAsync(configuration, TimeProvider.System, Cancellation)).Stores!;
        var at = TimeProvider.System.GetUtcNow();
        await stores.State.Paging.WriteAsync([Told("i1", at), Told(OfApp, at)], Cancellation);
        service = CapacityService.BuildIdle(configuration, stores, TimeProvider.System);
        await service.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await service!.StopAsync(CancellationToken.None);
        await service.DisposeAsync();
        await stores!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task AckAndNote_KnownIncident_AreStored()
    {
        var ack = await Run.Async("incidents", "ack", "i1", "--by", "ann", "--comment", "on it", "--url", Url);
        var note = await Run.Async("incidents", "note", "i1", "switch b1 has no power", "--url", Url);

        Assert.Equal((ExitCodes.Ok, ""), (ack.ExitCode, ack.Error));
        Assert.StartsWith("i1 is ann's since ", ack.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Ok, "i1 has 2 notes."), (note.ExitCode, note.Output.Trim()));
        var notes = await stores!.State.Paging.ReadNotesAsync("i1", Cancellation);
        Assert.Equal([(NoteKind.Acknowledgement, "ann", "on it"), (NoteKind.Comment, Environment.UserName, "switch b1 has no power")], notes.Select(n => (n.Kind, n.By, n.Text)));
    }

    [Fact]
    public async Task Ack_IncidentOfAnAppWithSlashes_IsFound()
    {
        var ack = await Run.Async("incidents", "ack", OfApp, "--by", "ann", "--url", Url);

        Assert.Equal((ExitCodes.Ok, ""), (ack.ExitCode, ack.Error));
        Assert.StartsWith($"{OfApp} is ann's since ", ack.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ack_UnknownIncident_SaysSo()
    {
        var unknown = await Run.Async("incidents", "ack", "i9", "--url", Url);
        var empty = await Run.Async("incidents", "note", "i1", " ", "--url", Url);

        Assert.Equal((ExitCodes.Failed, "Nothing was told of an incident 'i9': capacity incidents list --state all has them."), (unknown.ExitCode, unknown.Error.Trim()));
        Assert.Equal(ExitCodes.BadArguments, empty.ExitCode);
        Assert.Equal(ExitCodes.BadArguments, (await Run.Async("incidents", "ack", "--url", Url)).ExitCode);
    }

    [Fact]
    public async Task Receivers_ListAndTest_SayWhatTheServiceSays()
    {
        var list = await Run.Async("receivers", "list", "--url", Url);
        var json = await Run.Async("receivers", "list", "--output", "json", "--url", Url);
        var test = await Run.Async("receivers", "test", "hook", "--url", Url);

        Assert.Matches("hook +webhook +unknown +0", list.Output);
        Assert.Equal("hook", JsonNode.Parse(json.Output)![0]!["name"]!.GetValue<string>());
        Assert.Equal(ExitCodes.Failed, test.ExitCode);
        Assert.StartsWith("Receiver hook did not take the test: ", test.Error, StringComparison.Ordinal);
    }

    private static PagingChanges Told(string incident, DateTimeOffset at) =>
        new() { Incident = new() { Incident = incident, Cluster = "mesos", LastSequence = 1, LastAt = at, PageSequence = 1, PagedAt = at } };
}
