using System.Globalization;
using Capacity.Benchmarks.AlertIngestion;
using Capacity.Benchmarks.Cycle;
using Capacity.Benchmarks.Defragmentation;
using Capacity.Benchmarks.Forecasting;
using Capacity.Benchmarks.Incidents;
using Capacity.Benchmarks.Packing;
using Capacity.Benchmarks.PackingReports;
using Capacity.Benchmarks.Paging;
using Capacity.Benchmarks.Parsing;
using Capacity.Benchmarks.Planted;
using Capacity.Benchmarks.RightSizing;
using Capacity.Benchmarks.Service;
using Capacity.Benchmarks.Store;

switch (args)
{
    case ["parse"]:
        await ParseBenchmark.RunAsync(CancellationToken.None);
        return 0;

    case ["store"]:
        await StoreBenchmark.RunAsync(24 * 60, CancellationToken.None);
        return 0;

    case ["store", var minutes]:
        await StoreBenchmark.RunAsync(int.Parse(minutes, CultureInfo.InvariantCulture), CancellationToken.None);
        return 0;

    case ["store", var minutes, var folder]:
        await StoreBenchmark.RunAsync(int.Parse(minutes, CultureInfo.InvariantCulture), folder, CancellationToken.None);
        return 0;

    case ["cycle"]:
        await CycleBenchmark.RunAsync(60, CancellationToken.None);
        return 0;

    case ["cycle", var cycles]:
        await CycleBenchmark.RunAsync(int.Parse(cycles, CultureInfo.InvariantCulture), CancellationToken.None);
        return 0;

    case ["simulate", var agents]:
        await SimulatorChild.RunAsync(int.Parse(agents, CultureInfo.InvariantCulture), CancellationToken.None);
        return 0;

    case ["watch", var work, var folder, var masters, var marathons]:
        await ServiceChild.RunAsync(work, folder, masters, marathons, CancellationToken.None);
        return 0;

    case ["service", var minutes]:
        await WholeServiceBenchmark.RunAsync(int.Parse(minutes, CultureInfo.InvariantCulture), CancellationToken.None);
        return 0;

    case ["simulate-live", var agents]:
        await LiveSimulatorChild.RunAsync(int.Parse(agents, CultureInfo.InvariantCulture), CancellationToken.None);
        return 0;

    case ["serve", var file]:
        await WholeServiceChild.RunAsync(file, CancellationToken.None);
        return 0;

    case ["expose", var targets]:
        await ExpositionChild.RunAsync(int.Parse(targets, CultureInfo.InvariantCulture), CancellationToken.None);
        return 0;

    case ["alerts-ingest"]:
        await IngestionBenchmark.RunAsync(25_000, 30, CancellationToken.None);
        return 0;

    case ["alerts-ingest", var alerts, var rounds]:
        await IngestionBenchmark.RunAsync(int.Parse(alerts, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture), CancellationToken.None);
        return 0;

    case ["paging"]:
        await PagingBenchmark.RunAsync(100_000, 5_000, CancellationToken.None);
        return 0;

    case ["incidents"]:
        await IncidentBenchmark.RunAsync(25_000, CancellationToken.None);
        return 0;

    case ["incidents", var alerts]:
        await IncidentBenchmark.RunAsync(int.Parse(alerts, CultureInfo.InvariantCulture), CancellationToken.None);
        return 0;

    case ["rightsizing"]:
        RightSizingBenchmark.Run(500, 1, Console.Out);
        return 0;

    case ["rightsizing", var machines, var seed]:
        RightSizingBenchmark.Run(int.Parse(machines, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), Console.Out);
        return 0;

    case ["rightsizing-frontier"]:
        FrontierBenchmark.Run(500, 1, Console.Out);
        return 0;

    case ["rightsizing-frontier", var machines, var seed]:
        FrontierBenchmark.Run(int.Parse(machines, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), Console.Out);
        return 0;

    case ["planted", var agents, var days, var seed]:
        await PlantedBenchmark.RunAsync(int.Parse(agents, CultureInfo.InvariantCulture), int.Parse(days, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), Console.Out, CancellationToken.None);
        return 0;

    case ["packing"]:
        VectorPackingBenchmark.Run(0.5, 3, Console.Out);
        return 0;

    case ["packing", var seconds, var every]:
        VectorPackingBenchmark.Run(double.Parse(seconds, CultureInfo.InvariantCulture), int.Parse(every, CultureInfo.InvariantCulture), Console.Out);
        return 0;

    case ["packing", var folder, var seconds, var every]:
        VectorPackingBenchmark.Run(folder, double.Parse(seconds, CultureInfo.InvariantCulture), int.Parse(every, CultureInfo.InvariantCulture), Console.Out);
        return 0;

    case ["planted-packing", var kind, var machines, var items, var resources, var fill, var seed]:
        PlantedPackingBenchmark.Run(
            Enum.Parse<PlantedClass>(kind, ignoreCase: true), int.Parse(machines, CultureInfo.InvariantCulture), int.Parse(items, CultureInfo.InvariantCulture), int.Parse(resources, CultureInfo.InvariantCulture),
            double.Parse(fill, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), Console.Out);
        return 0;

    case ["profiles", var folder, var minutes]:
        await ProfileBenchmark.RunAsync(folder, int.Parse(minutes, CultureInfo.InvariantCulture), Console.Out, CancellationToken.None);
        return 0;

    case ["recommend"]:
        RecommendBenchmark.Run(Console.Out);
        return 0;

    case ["forecast", var folder]:
        M4Benchmark.Run(folder, Console.Out);
        return 0;

    case ["forecast-runout", var seeds]:
        RunOutBenchmark.Run(int.Parse(seeds, CultureInfo.InvariantCulture), 0, Console.Out);
        DisturbanceBenchmark.Run(int.Parse(seeds, CultureInfo.InvariantCulture), 0, Console.Out);
        return 0;

    case ["forecast-runout", var seeds, var first]:
        RunOutBenchmark.Run(int.Parse(seeds, CultureInfo.InvariantCulture), int.Parse(first, CultureInfo.InvariantCulture), Console.Out);
        DisturbanceBenchmark.Run(int.Parse(seeds, CultureInfo.InvariantCulture), int.Parse(first, CultureInfo.InvariantCulture), Console.Out);
        return 0;

    case ["forecast-short", var seeds, var first]:
        ShortHistoryBenchmark.Run(int.Parse(seeds, CultureInfo.InvariantCulture), int.Parse(first, CultureInfo.InvariantCulture), Console.Out);
        return 0;

    case ["forecast-service", var days]:
        await ForecastServiceBenchmark.RunAsync(int.Parse(days, CultureInfo.InvariantCulture), Console.Out, CancellationToken.None);
        return 0;

    case ["forecast-speed"]:
        SpeedBenchmark.Run(Console.Out);
        return 0;

    case ["defrag"]:
        DefragmentationBenchmark.Run(1, Console.Out);
        return 0;

    case ["defrag", var seed]:
        DefragmentationBenchmark.Run(int.Parse(seed, CultureInfo.InvariantCulture), Console.Out);
        return 0;

    case ["pack-report"]:
        PackingReportBenchmark.Run(1000, 25_000, 1, Console.Out);
        return 0;

    case ["pack-report", var agents, var containers]:
        PackingReportBenchmark.Run(int.Parse(agents, CultureInfo.InvariantCulture), int.Parse(containers, CultureInfo.InvariantCulture), 1, Console.Out);
        return 0;

    case ["generate", var path, var agents, var containers]:
        ClusterFileWriter.Write(path, int.Parse(agents, CultureInfo.InvariantCulture), int.Parse(containers, CultureInfo.InvariantCulture));
        return 0;

    default:
        await Console.Error.WriteLineAsync("usage: parse | store [MINUTES PER DAY [FOLDER]] | cycle [CYCLES] | service MINUTES | alerts-ingest [ALERTS ROUNDS] | incidents [ALERTS] | paging | rightsizing [MACHINES SEED] | rightsizing-frontier [MACHINES SEED] | recommend | profiles FOLDER LOOKS | planted AGENTS DAYS SEED | packing [[FOLDER] SECONDS EVERY] | planted-packing uniform|rare|similar|correlated|conflicts MACHINES ITEMS RESOURCES FILL SEED | pack-report [AGENTS CONTAINERS] | defrag [SEED] | forecast M4FOLDER | forecast-runout SEEDS [FIRST] | forecast-short SEEDS FIRST | forecast-service DAYS | forecast-speed");
        return 64;
}
