using System.Globalization;
using System.Text.Json.Nodes;
using Capacity.Testing.Vpa;

namespace Capacity.Core.Tests.RightSizing.Anchors;

/// <summary>Holds our own VPA recommender against numbers of the real one. The folder is named by <c>CAPACITY_FIXTURES</c>.</summary>
public sealed class VpaVectorsTests
{
    private static readonly DateTimeOffset DecayStart = DateTimeOffset.FromUnixTimeSeconds(1234567890);
    private static readonly string[] Bounds = ["target", "lower", "upper"];

    private int passed;

    [Fact]
    public void HistogramOptions_AllVectors_Agree()
    {
        foreach (var c in Cases("histogram_options.json"))
        {
            var scale = Scale(c);
            Same(Whole(c["num_buckets"]), scale.Count);
            foreach (var (bucket, start) in c["bucket_start"]!.AsObject())
            {
                Close(Number(start), scale.StartOf(int.Parse(bucket, CultureInfo.InvariantCulture)));
            }

            foreach (var pair in c["find_bucket"]!.AsArray())
            {
                Same(Whole(pair![1]), scale.BucketOf(Number(pair[0])));
            }
        }

        Report();
    }

    [Fact]
    public void BucketStarts_AllVectors_Agree()
    {
        var (cpu, memory) = (VpaBucketScale.Exponential(1000, 0.01, 1.05, 1e-4), VpaBucketScale.Exponential(1e12, 1e7, 1.05, 1e-4));
        foreach (var line in File.ReadLines(Fixture("bucket_starts.csv")).Skip(1))
        {
            var fields = line.Split(',').Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
            Close(fields[1], cpu.StartOf((int)fields[0]), 1e-6);
            Close(fields[2], memory.StartOf((int)fields[0]), 1e-6);
        }

        Report();
    }

    [Fact]
    public void HistogramPercentiles_AllVectors_Agree()
    {
        var document = Read("histogram_percentiles.json");
        foreach (var c in document["cases"]!.AsArray())
        {
            var histogram = Filled(c!, c!["samples"]!);
            foreach (var pair in c["percentiles"]!.AsArray())
            {
                Close(Number(pair![1]), histogram.Percentile(Number(pair[0])), 1e-15);
            }
        }

        foreach (var c in document["empty_cases"]!.AsArray())
        {
            var histogram = new VpaHistogram(Scale(c!["options"]!));
            foreach (var step in c["steps"]!.AsArray())
            {
                switch (step![0]!.GetValue<string>())
                {
                    case "add":
                        histogram.Add(Number(step[1]), Number(step[2]));
                        break;
                    case "sub":
                        histogram.Subtract(Number(step[1]), Number(step[2]));
                        break;
                    default:
                        Same(step[1]!.GetValue<bool>(), histogram.IsEmpty);
                        break;
                }
            }
        }

        foreach (var c in document["merge_cases"]!.AsArray())
        {
            var merged = Filled(c!, c!["a"]!);
            merged.Merge(Filled(c, c["b"]!));
            SameHistogram(Filled(c, c["equals"]!), merged);
        }

        Report();
    }

    [Fact]
    public void DecayingHistogram_AllVectors_Agree()
    {
        var document = Read("decaying_histogram.json");
        foreach (var c in document["cases"]!.AsArray())
        {
            var histogram = Decayed(c!, c!["samples"]!);
            foreach (var pair in c["percentiles"]!.AsArray())
            {
                Close(Number(pair![1]), histogram.Percentile(Number(pair[0])), 1e-15);
            }
        }

        foreach (var c in document["merge_cases"]!.AsArray())
        {
            var merged = Decayed(c!, c!["a"]!);
            merged.Merge(Decayed(c, c["b"]!));
            SameHistogram(Decayed(c, c["equals"]!).Histogram, merged.Histogram);
        }

        Report();
    }

    [Fact]
    public void Checkpoint_AllVectors_Agree()
    {
        var document = Read("checkpoint.json");
        var options = document["options"]!;
        foreach (var c in document["save"]!.AsArray())
        {
            var (total, weights) = Filled(document, c!["samples"]!).Save();
            Close(Number(c["total_weight"]), total);
            Same(Weights(c["bucket_weights"]!).OrderBy(w => w.Key), weights.OrderBy(w => w.Key));
        }

        foreach (var c in document["load"]!.AsArray())
        {
            var histogram = new VpaHistogram(Scale(options));
            void Load() => histogram.Load(Number(c!["total_weight"]), Weights(c["bucket_weights"]!));
            if (c!["error"] is not null)
            {
                Assert.Throws<ArgumentException>(Load);
                passed++;
                continue;
            }

            Load();
            Close(Number(c["total_after"]), histogram.Total);
            foreach (var (bucket, weight) in c["weights_after"]!.AsObject())
            {
                Close(Number(weight), histogram[int.Parse(bucket, CultureInfo.InvariantCulture)]);
            }
        }

        foreach (var c in document["round_trip"]!.AsArray())
        {
            var before = Filled(document, c!["samples"]!);
            Same(c["empty_before"]!.GetValue<bool>(), before.IsEmpty);
            var after = new VpaHistogram(Scale(options));
            var (total, weights) = before.Save();
            after.Load(total, weights);
            Same(c["empty_after"]!.GetValue<bool>(), after.IsEmpty);
        }

        Report();
    }

    [Fact]
    public void Amounts_AllVectors_Agree()
    {
        var document = Read("amounts_and_rounding.json");
        Each("cpu_from_cores", v => Same((long)Number(v[1]), VpaAmounts.FromCores(Number(v[0]))));
        Each("amount_from_float", v => Same((long)Number(v[1]), VpaAmounts.From(Number(v[0]))));
        Each("scale", v => Same((long)Number(v[2]), VpaAmounts.Scale((long)Number(v[0]), Number(v[1]))));
        Each("round_up_to_scale", v => Same((long)Number(v[2]), VpaAmounts.RoundUp((long)Number(v[0]), (long)Number(v[1]))));
        foreach (var v in document["round_recommendation"]!.AsArray())
        {
            Same((long)Number(v!["cpu_out"]), VpaAmounts.RoundUp((long)Number(v["cpu"]), (long)Number(v["round_cpu"])));
            Same((long)Number(v["mem_out"]), VpaAmounts.RoundUp((long)Number(v["mem"]), (long)Number(v["round_mem"])));
        }

        Report();

        void Each(string name, Action<JsonNode> check)
        {
            foreach (var vector in document[name]!.AsArray())
            {
                check(vector!);
            }
        }
    }

    [Fact]
    public void Estimators_AllVectors_Agree()
    {
        var document = Read("estimators.json");
        foreach (var c in document["percentile"]!.AsArray())
        {
            var aggregate = new VpaAggregate();
            foreach (var (cores, bytes) in c!["cpu_samples_cores"]!.AsArray().Zip(c["memory_samples_bytes"]!.AsArray()))
            {
                aggregate.AddCpu(Number(cores), DecayStart);
                aggregate.AddMemoryPeak((long)Number(bytes), DecayStart);
            }

            Same(((long)Number(c["derived_exact"]!["cpu_millicores"]), (long)Number(c["derived_exact"]!["memory_bytes"])), aggregate.Percentiles(Number(c["cpu_percentile"]), Number(c["memory_percentile"])));
        }

        foreach (var c in document["confidence"]!.AsArray())
        {
            var confidence = c!["confidence"] is { } known ? Number(known) : 0;
            if (c["step_seconds"] is { } step)
            {
                var (samples, interval) = (Number(c["samples"]), Number(c["confidence_interval_seconds"]));
                Close(confidence, Math.Min((samples - 1) * Number(step) / interval, samples * 60 / interval), 1e-9);
            }

            var amount = VpaAggregate.ByConfidence(VpaAmounts.FromCores(Number(c["base_cpu_cores"])), confidence, Number(c["multiplier"]), Number(c["exponent"]));
            var expected = c["cpu_amount"] is { } whole ? (long)Number(whole) : VpaAmounts.FromCores(Number(c["cpu_cores"]));
            Assert.InRange(amount, expected - 1, expected + 1);
            passed++;
        }

        foreach (var c in document["margin"]!.AsArray())
        {
            Same(VpaAmounts.FromCores(Number(c!["cpu_cores"])), VpaAmounts.Scale(VpaAmounts.FromCores(Number(c["base_cpu_cores"])), 1 + Number(c["fraction"])));
            Same((long)Number(c["memory_bytes"]), VpaAmounts.Scale((long)Number(c["base_memory_bytes"]), 1 + Number(c["fraction"])));
        }

        foreach (var c in document["minimum"]!.AsArray())
        {
            var containers = c!["containers"] is { } n ? Whole(n) : 1;
            var (cpu, memory) = c["min_cpu_millicores"] is { } m
                ? (VpaAmounts.Scale((long)Number(m), 1.0 / containers), VpaAmounts.Scale((long)Number(c["min_memory_mib"]) << 20, 1.0 / containers))
                : (VpaAmounts.FromCores(Number(c["min_cpu_cores"])), (long)Number(c["min_memory_bytes"]));
            var expected = c["expected_cpu_millicores"] is { } e ? (long)Number(e) : VpaAmounts.FromCores(Number(c["expected_cpu_cores"]));
            Same(expected, Math.Max(cpu, VpaAmounts.FromCores(Number(c["cpu_cores"]))));
            Same((long)Number(c["expected_memory_bytes"]), Math.Max(memory, (long)Number(c["memory_bytes"])));
        }

        Report();
    }

    [Fact]
    public void MemoryPeaksAndKills_AllVectors_Agree()
    {
        foreach (var c in Cases("memory_peaks_and_oom.json"))
        {
            var start = DateTimeOffset.FromUnixTimeSeconds((long)Number(c["start_unix"]));
            var aggregate = new VpaAggregate();
            var container = new VpaContainer(aggregate, TimeSpan.FromSeconds(Number(c["interval_seconds"])));
            foreach (var (op, accepted) in c["ops"]!.AsArray().Zip(c["accepted"]!.AsArray()))
            {
                var (at, amount) = (start.AddSeconds(Number(op![1])), (long)Number(op[2]));
                Same(accepted!.GetValue<bool>(), op[0]!.GetValue<string>() switch
                {
                    "cpu" => container.AddCpu(amount, at),
                    "mem" => container.AddMemory(amount, at),
                    _ => container.AddKill(amount, at),
                });
            }

            var expected = c["memory_histogram_ops"]!.AsArray().Select(o => (o![0]!.GetValue<string>() == "add", (long)Number(o[1]), start.AddSeconds(Number(o[2]))));
            Same(expected, aggregate.MemoryOperations);
        }

        Report();
    }

    [Fact]
    public void UpdatePriority_AllVectors_Agree()
    {
        foreach (var c in Cases("update_priority.json"))
        {
            var pod = c["containers"]!.AsArray().Select(container => (IReadOnlyDictionary<string, (long, long, long?, long?)>)container!["req"]!.AsObject().ToDictionary(
                r => r.Key, r => ((long)Number(r.Value), (long)Number(container["target"]![r.Key]), Bound(container["lower"], r.Key), Bound(container["upper"], r.Key))));
            var (isOutside, difference, isScaleUp) = VpaPriority.Of(pod);
            Same(c["outside"]!.GetValue<bool>(), isOutside);
            Close(Number(c["diff"]), difference, 1e-9);
            Same(c["scale_up"]!.GetValue<bool>(), isScaleUp);
        }

        Report();

        static long? Bound(JsonNode? bounds, string resource) => bounds?[resource] is { } b ? (long)Number(b) : null;
    }

    [Fact]
    public void EndToEnd_AllScenarios_AgreeToOneUnit()
    {
        foreach (var c in Cases("derived_end_to_end.json"))
        {
            var scenario = VpaScenarios.Of(c["name"]!.GetValue<string>());
            Close(Number(c["confidence"]), scenario.Aggregate.Confidence, 1e-9);
            var recommended = scenario.Aggregate.Recommend(scenario.Minimum);
            foreach (var (name, (cpu, memory)) in Bounds.Zip(recommended))
            {
                var (wantedCpu, wantedMemory) = ((long)Number(c["recommendation"]!["cpu"]![name]), (long)Number(c["recommendation"]!["mem"]![name]));
                Assert.True(Math.Abs(cpu - wantedCpu) <= 1 && Math.Abs(memory - wantedMemory) <= 1, $"{c["name"]} {name}: {cpu} {memory}, expected {wantedCpu} {wantedMemory}");
                passed += 2;
            }
        }

        Report();
    }

    private static string Fixture(string name)
    {
        var folder = Environment.GetEnvironmentVariable("CAPACITY_FIXTURES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder) || !Directory.Exists(Path.Combine(folder, "vpa")), "CAPACITY_FIXTURES names no folder with the vectors in vpa.");
        return Path.Combine(folder!, "vpa", name);
    }

    private static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Fixture(name)))!;

    private static List<JsonNode> Cases(string name) => [.. Read(name)["cases"]!.AsArray().Select(c => c!)];

    private static double Number(JsonNode? node) => node!.GetValue<double>();

    private static int Whole(JsonNode? node) => (int)Number(node);

    private static VpaBucketScale Scale(JsonNode options) => options["kind"]!.GetValue<string>() == "linear"
        ? VpaBucketScale.Linear(Number(options["max_value"]), Number(options["bucket_size"]), Number(options["epsilon"]))
        : VpaBucketScale.Exponential(Number(options["max_value"]), Number(options["first_bucket"]), Number(options["ratio"]), Number(options["epsilon"]));

    private static VpaHistogram Filled(JsonNode c, JsonNode samples)
    {
        var histogram = new VpaHistogram(Scale(c["options"]!));
        foreach (var sample in samples.AsArray())
        {
            histogram.Add(Number(sample![0]), Number(sample[1]));
        }

        return histogram;
    }

    private static VpaDecayingHistogram Decayed(JsonNode c, JsonNode samples)
    {
        var histogram = new VpaDecayingHistogram(Scale(c["options"]!), TimeSpan.FromHours(1));
        foreach (var sample in samples.AsArray())
        {
            histogram.Add(Number(sample![0]), Number(sample[1]), DecayStart.AddHours(Number(sample[2])));
        }

        return histogram;
    }

    private static Dictionary<int, uint> Weights(JsonNode weights) =>
        weights.AsObject().ToDictionary(w => int.Parse(w.Key, CultureInfo.InvariantCulture), w => (uint)Number(w.Value));

    private void SameHistogram(VpaHistogram expected, VpaHistogram actual)
    {
        for (var i = 0; i < expected.Scale.Count; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-12 * Math.Max(1, expected[i]));
        }

        passed++;
    }

    private void Same<T>(T expected, T actual)
    {
        Assert.Equal(expected, actual);
        passed++;
    }

    private void Close(double expected, double actual, double tolerance = 1e-12)
    {
        Assert.Equal(expected, actual, Math.Max(tolerance, 1e-15) * Math.Max(1, Math.Abs(expected)));
        passed++;
    }

    private void Report() => TestContext.Current.TestOutputHelper!.WriteLine($"{passed} vectors agree");
}
