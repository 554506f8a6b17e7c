namespace Capacity.Simulator.Workload;

/// <summary>Random numbers that depend on nothing but what they are for, so that it does not matter who asks first.</summary>
internal struct RandomStream
{
    private ulong state;

    /// <summary>Starts the stream of one thing.</summary>
    /// <param name="seed">Picks the cluster.</param>
    /// <param name="about">What the numbers are for.</param>
    /// <param name="index">Which of these.</param>
    /// <param name="time">Which time.</param>
    public RandomStream(int seed, StreamOf about, long index, long time = 0)
    {
        state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL);
        state = Mix(state ^ (ulong)about);
        state = Mix(unchecked(state + (ulong)index));
        state = Mix(unchecked(state + (ulong)time));
    }

    /// <summary>Gives a number from 0 to below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Gives a number from <paramref name="low"/> to below <paramref name="high"/>.</summary>
    public double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>Gives a whole number from 0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Unit() * count);

    /// <summary>Gives a number around 0 with a standard deviation of 1.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        return new Guid(bytes).ToString();
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }

    private ulong Next()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        return Mix(state);
    }
}
