using Capacity.Core.Alerting.Paging;
using Capacity.Server.Configuration;
using Capacity.Server.Metrics;
using Capacity.Server.Paging;
using Capacity.Storage.State.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Server.Tests.Paging;

/// <summary>Paging over a real store, with receivers and a clock that a test moves; what the service's loops do is done second by second.</summary>
internal sealed class PagingBench : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-paging-").FullName;
    private readonly ServiceConfiguration configuration;
    private readonly SqliteState state;
    private PagingLedger? ledger;
    private PagingDecider? decider;
    private List<ReceiverLine> lines = [];

    private PagingBench(ServiceConfiguration configuration)
    {
        this.configuration = configuration;
        state = Assert.IsType<StateOpening.Opened>(SqliteState.OpenAsync(Path.Combine(folder, "state.db"), Clock, Cancellation).GetAwaiter().GetResult()).State;
        Store = new(state.Paging);
        Receivers = configuration.Paging.Receivers.ToDictionary(r => r.Name, _ => new ScriptedReceiver());
        Start();
    }

    public static DateTimeOffset Noon { get; } = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; } = new(Noon);

    public NoticeList Notices { get; } = new();

    public FragileStore Store { get; }

    public IReadOnlyDictionary<string, ScriptedReceiver> Receivers { get; }

    public PagingLedger Ledger => ledger!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Begins.</summary>
    /// <param name="paging">The section <c>paging</c>.</param>
    public static PagingBench Start(string paging)
    {
        var yaml = $"cluster: {{ name: east, masters: ['http://127.0.0.1:9'] }}\nmail: {{ host: localhost, tls: none, from: c@example.org }}\npaging: {paging}\n";
        return new(Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(yaml)).Configuration);
    }

    /// <summary>Writes a notice of now.</summary>
    public void Tell(NoticeKind kind, string incident = "i1", Func<IncidentNotice, IncidentNotice>? change = null) => Notices.Add(kind, Clock.GetUtcNow(), incident, change);

    /// <summary>Forgets all that is not on disk, as the end of the process does.</summary>
    public void Restart()
    {
        ledger!.Dispose();
        Start();
    }

    /// <summary>Decides and sends all that is due.</summary>
    public async Task LookAsync()
    {
        await decider!.DecideAsync(Cancellation);
        foreach (var line in lines)
        {
            while (await line.SendNextAsync(Cancellation))
            {
                // Until nothing is due.
            }
        }
    }

    /// <summary>Lets time pass.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan? step = null)
    {
        for (var end = Clock.GetUtcNow() + time; Clock.GetUtcNow() < end;)
        {
            Clock.Advance(step ?? TimeSpan.FromSeconds(1));
            await LookAsync();
        }
    }

    public async Task<string> StatesAsync(string incident = "i1") =>
        string.Join(' ', (await state.Paging.ReadDeliveriesAsync(incident, Cancellation)).Select(d => $"{d.Receiver}:{d.Action}:{d.State}"));

    public ValueTask DisposeAsync()
    {
        ledger!.Dispose();
        state.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Start()
    {
        var counters = new PagingCounters(new MetricSet(Prometheus.Metrics.NewCustomRegistry()), configuration);
        ledger = new(Store, configuration, counters, Clock);
        decider = new(Store, ledger, configuration, counters, Clock, Notices);
        var composer = new MessageComposer(Store, configuration, Notices);
        lines = [.. Receivers.Select(r => new ReceiverLine(r.Key, r.Value, ledger, composer, counters, Clock, NullLogger<ReceiverLine>.Instance))];
    }
}
