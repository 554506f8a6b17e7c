namespace Capacity.Core.Tests.Packing.Measures.Openb;

/// <summary>What a pod of the openb traces asks for.</summary>
/// <param name="Cpu">Thousandths of a core.</param>
/// <param name="Memory">Mebibytes.</param>
/// <param name="Gpus">How many GPUs.</param>
/// <param name="MilliGpu">Thousandths of each.</param>
/// <param name="Models">The kinds of GPU it takes; none for any.</param>
internal sealed record OpenbPod(double Cpu, double Memory, int Gpus, int MilliGpu, IReadOnlyList<string> Models);
