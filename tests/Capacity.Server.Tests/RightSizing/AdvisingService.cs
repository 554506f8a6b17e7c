using System.Text.Json.Nodes;
using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Recording;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Core.Units;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.RightSizing;
using Capacity.Server.RightSizing.Reports;
using Capacity.Simulator.Replay;
using Capacity.Testing.Recordings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Tests.RightSizing;

/// <summary>The whole service on loopback, with days of made-up usage, three weeks of them by itself, for one of the recorded cluster's apps: a tenth of a core and 100 MiB, day and night.</summary>
internal sealed class AdvisingService : IAsyncDisposable
{
    private readonly ReplayCluster cluster;
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-advising-").FullName;
    private readonly string more;
    private WebApplication? service;
    private Stores? stores;

    private AdvisingService(ReplayCluster cluster, string more) => (this.cluster, this.more) = (cluster, more);

    public HttpClient Http { get; private set; } = new();

    public AppKey App { get; private set; }

    public Stores Stores => stores!;

    public AdviceKeeper Keeper => service!.Services.GetRequiredService<AdviceKeeper>();

    public ReportSender Sender => service!.Services.GetRequiredService<ReportSender>();

    public string Query => $"framework={Uri.EscapeDataString(App.Framework)}&app={Uri.EscapeDataString(App.Id)}";

    public static async Task<AdvisingService> StartAsync(CancellationToken cancellationToken, string more = "", int days = 21)
    {
        var made = new AdvisingService(await ReplayCluster.StartAsync(
            await CommittedRecordings.ReadAsync("steady", cancellationToken), new ReplayOptions { AtEnd = AtEnd.Loop }, TimeProvider.System, cancellationToken), more);
        await made.ServeAsync(cancellationToken);
        await made.LearnAsync(days, cancellationToken);
        await made.Keeper.ComputeAsync(cancellationToken);
        return made;
    }

    /// <summary>Ends the service and starts another one in the same folder.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await EndAsync();
        await ServeAsync(cancellationToken);
        await Keeper.ComputeAsync(cancellationToken);
    }

    /// <summary>Remembers that the app had two instances more until some time ago.</summary>
    public async Task ChangeAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var now = AdviceRecord.Of(Keeper.Latest!.Find(App)!.Advice, at);
        var before = now with
        {
            At = at.AddDays(-5),
            Current = now.Current with { Instances = now.Current.Instances + 2 },
            CostPerHour = now.CostPerHour * (now.Current.Instances + 2) / now.Current.Instances,
        };
        await Stores.State.Advice.AppendAsync([before, now], cancellationToken);
    }

    public async Task<JsonNode> JsonAsync(string path, CancellationToken cancellationToken) =>
        JsonNode.Parse(await Http.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken))!;

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        var masters = string.Join(',', cluster.Masters.Select(m => $"'http://{cluster.Listeners[m]}'"));
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(
            $"cluster: {{ name: recorded, masters: [{masters}] }}\nweb: {{ listen: 'http://127.0.0.1:0' }}\ncollection: {{ interval: 5s, timeout: 3s }}\nstorage: {{ folder: '{folder}' }}\n{more}")).Configuration;
        stores = (await Stores.OpenAsync(configuration, TimeProvider.System, cancellationToken)).Stores!;
        service = CapacityService.Build(configuration, stores, TimeProvider.System);
        await service.StartAsync(cancellationToken);
        Http = new() { BaseAddress = new(service.Urls.Single()) };
        var watch = service.Services.GetRequiredService<ClusterWatch>();
        while (watch.Latest is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }

        App = watch.Latest.Apps.Where(a => a.Instances > 0 && a.Key.Id.Count(c => c == '/') > 1).MaxBy(a => a.Requested.Memory.Bytes / a.Instances)!.Key;
    }

    private async Task LearnAsync(int days, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await Stores.State.Profiles.CommitAsync(
            new(TimeProvider.System.GetUtcNow(), [.. Enumerable.Range(1, days).Select(d => EncodedProfile.Of(App, Day(today.AddDays(-d))))]), cancellationToken);
    }

    private static AppDayProfile Day(DateOnly day)
    {
        var interval = TimeSpan.FromMinutes(15);
        var builder = new ProfileBuilder(day, interval, ProfileOptions.Default);
        for (var i = 0; i < 96; i++)
        {
            builder.Add(new()
            {
                Instance = "i",
                At = new DateTimeOffset(day.ToDateTime(default), TimeSpan.Zero) + (i * interval),
                CpuCores = 0.1,
                MemoryBytes = (100 << 20) + (i << 10),
                Cpus = CpuCores.FromCores(4),
                Memory = MemorySize.FromMebibytes(4096),
            });
        }

        return builder.Build();
    }

    private async Task EndAsync()
    {
        Http.Dispose();
        if (service is not null)
        {
            await service.StopAsync(CancellationToken.None);
            await service.DisposeAsync();
        }

        if (stores is not null)
        {
            await stores.DisposeAsync();
        }
    }
}
