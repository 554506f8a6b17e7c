using Capacity.Core.RightSizing.Ownership;
using Capacity.Core.RightSizing.Policies;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.Units;

namespace Capacity.Server.Configuration;

/// <summary>Reads and checks the section <c>rightSizing</c>.</summary>
internal static class RightSizingReader
{
    private const string Section = "rightSizing";

    public static RightSizingSettings Read(ServiceFile.RightSizingSection? file, ConfigurationRules rules)
    {
        file ??= new();
        var standard = RightSizingSettings.Default;
        var policy = Policy(file, rules);
        rules.Expect(policy.ClearBelow <= policy.FlagFrom, $"{Section}.clearBelow ({policy.ClearBelow}) must not be more than {Section}.flagFrom ({policy.FlagFrom}).");
        rules.Expect(policy.CpuCap is not { } cap || cap >= policy.CpuFloor, $"{Section}.cpuCap must not be less than cpuFloor.");
        var twice = policy.Catalogue.GroupBy(s => s.Name).FirstOrDefault(g => g.Count() > 1)?.Key;
        rules.Expect(twice is null, $"{Section}.catalogue: two sizes are called {twice}.");
        rules.Expect(policy.MemoryCap is not { } most || most >= policy.MemoryFloor, $"{Section}.memoryCap must not be less than memoryFloor.");
        return new()
        {
            Interval = rules.Duration($"{Section}.interval", file.Interval, standard.Interval, TimeSpan.FromMinutes(1)),
            Profiles = ProfileOptions.Default with { StartUp = rules.Duration($"{Section}.startUp", file.StartUp, ProfileOptions.Default.StartUp, TimeSpan.Zero) },
            Policy = policy,
            Currency = file.Prices?.Currency ?? standard.Currency,
            Owners = new()
            {
                Labels = file.Owners?.Labels ?? OwnerRules.Default.Labels,
                Paths = [.. (file.Owners?.Paths ?? []).Select(p => new PathOwner(p.Key, p.Value))],
                FirstSegment = file.Owners?.FirstSegment ?? false,
            },
            Teams = (file.Teams ?? []).ToDictionary(t => t.Key, t => Overrides($"{Section}.teams.{t.Key}", t.Value ?? new(), rules)),
            Reports = ReportReader.Read(file, rules),
        };
    }

    private static RightSizingPolicy Policy(ServiceFile.RightSizingSection file, ConfigurationRules rules)
    {
        var p = RightSizingPolicy.Default;
        var risk = p.Targets;
        return p with
        {
            Weeks = rules.Between($"{Section}.weeks", file.Weeks ?? p.Weeks, 1, 52),
            CpuFloor = Cores($"{Section}.cpuFloor", file.CpuFloor, rules) ?? p.CpuFloor,
            CpuCap = Cores($"{Section}.cpuCap", file.CpuCap, rules),
            CpuStep = Cores($"{Section}.cpuStep", file.CpuStep, rules) ?? p.CpuStep,
            MemoryFloor = Bytes($"{Section}.memoryFloor", file.MemoryFloor, rules) ?? p.MemoryFloor,
            MemoryCap = Bytes($"{Section}.memoryCap", file.MemoryCap, rules),
            MemoryStep = Bytes($"{Section}.memoryStep", file.MemoryStep, rules) ?? p.MemoryStep,
            RedundantInstances = rules.Between($"{Section}.redundantInstances", file.RedundantInstances ?? p.RedundantInstances, 1, 1000),
            Utilisation = Ratio($"{Section}.utilisation", file.Utilisation ?? p.Utilisation, rules),
            UtilisationAfterLoss = Ratio($"{Section}.utilisationAfterLoss", file.UtilisationAfterLoss ?? p.UtilisationAfterLoss, rules),
            FlagFrom = Ratio($"{Section}.flagFrom", file.FlagFrom ?? p.FlagFrom, rules),
            ClearBelow = Ratio($"{Section}.clearBelow", file.ClearBelow ?? p.ClearBelow, rules),
            FlagDays = Ratio($"{Section}.flagDays", file.FlagDays ?? p.FlagDays, rules),
            LeastCountSaving = Ratio($"{Section}.leastCountSaving", file.LeastCountSaving ?? p.LeastCountSaving, rules),
            LeastChange = Ratio($"{Section}.leastChange", file.LeastChange ?? p.LeastChange, rules),
            Targets = new(
                Ratio($"{Section}.risk.cpuExceed", file.Risk?.CpuExceed ?? risk.CpuExceedRatio, rules),
                Ratio($"{Section}.risk.mostCpuExceed", file.Risk?.MostCpuExceed ?? risk.MostCpuExceedRatio, rules),
                Ratio($"{Section}.risk.memoryBreach", file.Risk?.MemoryBreach ?? risk.MemoryBreachRatio, rules),
                Ratio($"{Section}.risk.mostMemoryBreach", file.Risk?.MostMemoryBreach ?? risk.MostMemoryBreachRatio, rules))
            {
                MemoryMayBeBelowPeak = file.Risk?.MemoryBelowPeak ?? false,
            },
            Prices = new(
                Price($"{Section}.prices.coreHour", file.Prices?.CoreHour ?? p.Prices.CoreHour, rules),
                Price($"{Section}.prices.gibibyteHour", file.Prices?.GibibyteHour ?? p.Prices.GibibyteHour, rules)),
            Catalogue = [.. (file.Catalogue ?? []).Select((c, i) => Size($"{Section}.catalogue[{i}]", c, rules)).OfType<CatalogueSize>()],
        };
    }

    private static PolicyOverrides Overrides(string name, ServiceFile.TeamSection team, ConfigurationRules rules)
    {
        var read = new PolicyOverrides
        {
            CpuFloor = Cores($"{name}.cpuFloor", team.CpuFloor, rules),
            CpuCap = Cores($"{name}.cpuCap", team.CpuCap, rules),
            MemoryFloor = Bytes($"{name}.memoryFloor", team.MemoryFloor, rules),
            MemoryCap = Bytes($"{name}.memoryCap", team.MemoryCap, rules),
            InstanceFloor = team.InstanceFloor is int floor ? rules.Between($"{name}.instanceFloor", floor, 0, 100_000) : null,
        };
        rules.Expect(!(read.CpuCap < read.CpuFloor), $"{name}.cpuCap must not be less than cpuFloor.");
        rules.Expect(!(read.MemoryCap < read.MemoryFloor), $"{name}.memoryCap must not be less than memoryFloor.");
        return read;
    }

    private static CatalogueSize? Size(string name, ServiceFile.CatalogueSection? size, ConfigurationRules rules)
    {
        rules.Expect(size is { Name: not null, Cpus: not null, Memory: not null }, $"{name}: a size needs name, cpus and memory.");
        return size is { Name: { } called } && Cores($"{name}.cpus", size.Cpus, rules) is { } cpus && Bytes($"{name}.memory", size.Memory, rules) is { } memory
            ? new(called, cpus, memory)
            : null;
    }

    private static CpuCores? Cores(string name, double? cores, ConfigurationRules rules)
    {
        var good = cores is null or (> 0 and < 1e6);
        rules.Expect(good, $"{name}: {cores} is no number of cores: write 0.5.");
        return good && cores is double c ? CpuCores.FromCores(c) : null;
    }

    private static MemorySize? Bytes(string name, string? text, ConfigurationRules rules) => text is null ? null : MemorySize.FromBytes(rules.Size(name, text, 0));

    private static double Ratio(string name, double value, ConfigurationRules rules)
    {
        rules.Expect(value is > 0 and <= 1, $"{name}: {value} is out of range; more than 0, up to 1.");
        return value;
    }

    private static double Price(string name, double value, ConfigurationRules rules)
    {
        rules.Expect(value is >= 0 and < 1e9, $"{name}: {value} is no price; 0 or more.");
        return value;
    }
}
