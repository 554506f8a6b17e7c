namespace Capacity.Benchmarks.Packing;

/// <summary>The kinds of planted problems; all but the last after Gabay and Zaourar.</summary>
internal enum PlantedClass
{
    /// <summary>Capacities from 10 to 1000, each item takes a part of what remains.</summary>
    Uniform,

    /// <summary>Three of four machines have nothing of the last resource, as of GPUs.</summary>
    Rare,

    /// <summary>Items are about equal parts of their machines.</summary>
    Similar,

    /// <summary>A machine is large or small in all resources alike.</summary>
    Correlated,

    /// <summary>Uniform, and as many pairs of items as there are items must not be together.</summary>
    Conflicts,
}
