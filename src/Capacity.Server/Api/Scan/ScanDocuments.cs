using Capacity.Core.Cluster;
using Capacity.Core.Packing;
using Capacity.Core.Scanning;
using Capacity.Core.Units;

namespace Capacity.Server.Api.Scan;

/// <summary>Writes a scan's report as a document.</summary>
public static class ScanDocuments
{
    /// <summary>Makes the document.</summary>
    /// <param name="report">The report.</param>
    /// <param name="withContainers">Whether every container is in it; a cluster has tens of thousands.</param>
    public static ScanDocument ToDocument(this ScanReport report, bool withContainers)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new()
        {
            Schema = ScanDocument.SchemaName,
            From = report.From,
            To = report.To,
            Samples = report.Samples,
            Complete = report.IsComplete,
            Leader = report.Picture.Leader is { } leader ? ToDocument(leader) : null,
            Masters = [.. report.Picture.Masters.Select(ToDocument)],
            Cluster = ToDocument(report.Cluster),
            Zones = [.. report.Zones.Select(ToDocument)],
            LargestTasks = [.. report.LargestTasks.Select(ToDocument)],
            Apps = [.. report.Apps.Select(ToDocument)],
            Agents = [.. report.Agents.Select(ToDocument)],
            Containers = withContainers ? [.. report.Containers.Select(ToDocument)] : null,
            ZooKeeper = report.Picture.ZooKeeper is { } overview ? ZooKeeperDocuments.ToDocument(overview) : null,
            Warnings = [.. report.Warnings.Select(ToDocument)],
            Sources = [.. report.Picture.Sources.Select(ToDocument)],
        };
    }

    private static LeaderDocument ToDocument(Leader leader) => new()
    {
        Address = leader.Address.ToString(),
        Phase = Words.Of(leader.Phase),
        ElectedAt = leader.ElectedAt,
        RecoveredAgents = leader.RecoveredAgents,
    };

    private static MasterDocument ToDocument(MasterReading master) => new()
    {
        Address = master.Address.ToString(),
        Elected = master.Elected,
        UptimeSeconds = master.Uptime?.TotalSeconds,
        LogRecovered = master.LogRecovered,
        EnsembleSize = master.EnsembleSize,
        MemoryKills = master.MemoryKills,
    };

    private static GroupDocument ToDocument(GroupFigures group) => new()
    {
        Name = group.Name,
        Agents = group.Agents.ToDictionary(s => Words.Of(s.Key), s => s.Value),
        AgentsOfUnknownSize = group.SizeUnknown,
        Cpu = new()
        {
            TotalCores = group.Total.Cpus.Cores,
            AllocatedCores = group.Allocated.Cpus.Cores,
            OfferedCores = group.Offered.Cpus.Cores,
            UsedCores = group.Usage.Cpus?.Cores,
            WastedCores = group.Usage.CpusWasted?.Cores,
            FreeCores = group.Free.Cpus.Cores,
            StrandedCores = group.Stranded.Cpus.Cores,
            UnusableCores = group.Unusable.Cpus.Cores,
            MeasuredContainers = group.Usage.CpuMeasured,
        },
        Memory = new()
        {
            TotalBytes = group.Total.Memory.Bytes,
            AllocatedBytes = group.Allocated.Memory.Bytes,
            OfferedBytes = group.Offered.Memory.Bytes,
            UsedBytes = group.Usage.Memory?.Bytes,
            WastedBytes = group.Usage.MemoryWasted?.Bytes,
            FreeBytes = group.Free.Memory.Bytes,
            StrandedBytes = group.Stranded.Memory.Bytes,
            UnusableBytes = group.Unusable.Memory.Bytes,
            MeasuredContainers = group.Usage.MemoryMeasured,
        },
        DiskTotalBytes = group.Total.Disk.Bytes,
        DiskAllocatedBytes = group.Allocated.Disk.Bytes,
        GpusTotal = group.Total.Gpus,
        GpusAllocated = group.Allocated.Gpus,
        Containers = group.Usage.Containers,
    };

    private static LargestTaskDocument ToDocument(LargestTask largest) => new()
    {
        Role = largest.Role,
        ByCpu = ToDocument(largest.ByCpu),
        ByMemory = ToDocument(largest.ByMemory),
    };

    private static RoomDocument? ToDocument(Room? room) => room is null ? null : new()
    {
        Agent = room.Agent.ToString(),
        CpuCores = room.Free.Cpus.Cores,
        MemoryBytes = room.Free.Memory.Bytes,
    };

    private static AppDocument ToDocument(AppFigures app) => new()
    {
        Framework = app.Key.Framework,
        Id = app.Key.Id,
        Team = app.Team,
        Instances = app.Instances,
        CpuRequestedCores = app.Requested.Cpus.Cores,
        CpuUsedCores = app.Usage.Cpus?.Cores,
        CpuWastedCores = app.Usage.CpusWasted?.Cores,
        MemoryRequestedBytes = app.Requested.Memory.Bytes,
        MemoryUsedBytes = app.Usage.Memory?.Bytes,
        MemoryWastedBytes = app.Usage.MemoryWasted?.Bytes,
        ThrottledRatio = app.ThrottledRatio,
        MemoryKills = app.MemoryKills,
        WasteRatio = app.Waste,
        CpuMeasuredInstances = app.Usage.CpuMeasured,
        MemoryMeasuredInstances = app.Usage.MemoryMeasured,
    };

    private static AgentDocument ToDocument(AgentFigures figures)
    {
        var agent = figures.Agent;
        return new()
        {
            Hostname = agent.Name.Hostname,
            Port = agent.Name.Port,
            Address = agent.Address?.ToString(),
            Zone = agent.Zone,
            Rack = agent.Rack,
            State = Words.Of(agent.State),
            AsOf = agent.AsOf,
            Read = figures.Read,
            Containers = figures.Usage.Containers,
            CpuTotalCores = agent.Size?.Cpus.Cores,
            CpuAllocatedCores = agent.Resources?.Allocated.Cpus.Cores,
            CpuUsedCores = figures.Usage.Cpus?.Cores,
            CpuStrandedCores = figures.Stranded.Cpus.Cores,
            MemoryTotalBytes = agent.Size?.Memory.Bytes,
            MemoryAllocatedBytes = agent.Resources?.Allocated.Memory.Bytes,
            MemoryUsedBytes = figures.Usage.Memory?.Bytes,
            MemoryStrandedBytes = figures.Stranded.Memory.Bytes,
            Reservations = [.. (agent.Resources?.Reservations ?? []).Select(ToDocument)],
        };
    }

    private static ReservationDocument ToDocument(Reservation reservation) => new()
    {
        Role = reservation.Role,
        CpuReservedCores = reservation.Reserved.Cpus.Cores,
        CpuAllocatedCores = reservation.Allocated.Cpus.Cores,
        MemoryReservedBytes = reservation.Reserved.Memory.Bytes,
        MemoryAllocatedBytes = reservation.Allocated.Memory.Bytes,
    };

    private static ContainerDocument ToDocument(MeasuredContainer measured) => new()
    {
        Id = measured.Container.Id,
        Agent = measured.Container.Agent.ToString(),
        Framework = measured.Container.App.Framework,
        App = measured.Container.App.Id,
        TaskIds = [.. measured.Container.Tasks.Select(t => t.Id)],
        CpuRequestedCores = measured.Container.Allocated.Cpus.Cores,
        CpuUsedCores = measured.Usage?.CpuMeanCores,
        CpuMaxCores = measured.Usage?.CpuMaxCores,
        MemoryRequestedBytes = measured.Container.Allocated.Memory.Bytes,
        MemoryUsedBytes = measured.Usage?.MemoryBytes,
        ThrottledRatio = measured.Usage?.ThrottledRatio,
    };

    private static WarningDocument ToDocument(ScanWarning warning) => new()
    {
        Code = warning.Code,
        Subject = warning.Subject,
        Message = warning.Message,
        MakesPartial = warning.MakesPartial,
    };

    private static SourceDocument ToDocument(SourceReading source) => new()
    {
        Kind = Words.Of(source.Kind),
        Address = source.Address.ToString(),
        Endpoint = source.Endpoint,
        At = source.At,
        TookSeconds = source.Took.TotalSeconds,
        Outcome = source.Failure is { } failure ? Words.Of(failure.Reason) : "ok",
        Detail = source.Failure?.Detail,
        ClockAheadSeconds = source.ClockAhead?.TotalSeconds,
    };
}
