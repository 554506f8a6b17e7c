namespace Capacity.Core.Tests.Packing.Measures.Openb;

/// <summary>A node of the openb cluster: what is left of it.</summary>
internal sealed class OpenbNode(double cpu, double memory, int gpus, string model)
{
    public double Cpu { get; private set; } = cpu;

    public double Memory { get; private set; } = memory;

    /// <summary>Gets what is left of each GPU, in thousandths.</summary>
    public int[] Gpus { get; } = [.. Enumerable.Repeat(1000, gpus)];

    public string Model { get; } = model;

    public bool Takes(OpenbPod pod) => Cpu >= pod.Cpu && Memory >= pod.Memory && HasGpusFor(pod);

    /// <summary>Says whether its GPUs are of the pod's kind, and as many of them as it asks for have enough left.</summary>
    public bool HasGpusFor(OpenbPod pod) =>
        (pod.Models.Count == 0 || pod.Models.Contains(Model)) && (pod.Gpus == 0 || Gpus.Count(left => left >= pod.MilliGpu) >= pod.Gpus);

    /// <summary>Places a pod on GPUs that are drawn among those that have enough left.</summary>
    public void Place(OpenbPod pod, Random random)
    {
        (Cpu, Memory) = (Cpu - pod.Cpu, Memory - pod.Memory);
        var able = Enumerable.Range(0, Gpus.Length).Where(g => Gpus[g] >= pod.MilliGpu).ToArray();
        random.Shuffle(able);
        foreach (var gpu in able.Take(pod.Gpus))
        {
            Gpus[gpu] -= pod.MilliGpu;
        }
    }

    /// <summary>
    /// What is fragmented of its GPUs for one kind of pod, as the paper has it: everything where the pod does not fit or takes no GPU, else
    /// the pieces that are smaller than it asks for.
    /// </summary>
    public int FragmentedFor(OpenbPod pod) =>
        pod.Gpus == 0 || Cpu < pod.Cpu || !HasGpusFor(pod) ? Gpus.Sum() : Gpus.Where(left => left < pod.MilliGpu).Sum();
}
