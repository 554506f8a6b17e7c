using System.Globalization;
using Capacity.Benchmarks.Parsing;

switch (args)
{
    case ["parse"]:
        await ParseBenchmark.RunAsync(CancellationToken.None);
        return 0;

    case ["generate", var path, var agents, var containers]:
        ClusterFileWriter.Write(path, int.Parse(agents, CultureInfo.InvariantCulture), int.Parse(containers, CultureInfo.InvariantCulture));
        return 0;

    default:
        await Console.Error.WriteLineAsync("usage: parse");
        return 64;
}
