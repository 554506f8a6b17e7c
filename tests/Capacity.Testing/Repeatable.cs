using System.Globalization;
using CsCheck;

namespace Capacity.Testing;

/// <summary>Properties over generated cases that are the same in every run.</summary>
/// <remarks><c>CAPACITY_TEST_SEED</c> takes other cases, <c>CAPACITY_TEST_CASES</c> more of them: the way to search for what the usual ones miss.</remarks>
public static class Repeatable
{
    private static readonly ulong Seed = Setting("CAPACITY_TEST_SEED") ?? 1;
    private static readonly ulong? Cases = Setting("CAPACITY_TEST_CASES");

    /// <summary>Holds a property against generated cases.</summary>
    /// <param name="generator">Gives the cases.</param>
    /// <param name="property">Throws where the property does not hold.</param>
    /// <param name="cases">How many.</param>
    public static void Holds<T>(this Gen<T> generator, Action<T> property, int cases = 100)
    {
        for (uint i = 0; i < (Cases ?? (ulong)cases); i++)
        {
            var value = generator.Generate(new PCG(i, Seed), null, out _);
            try
            {
                property(value);
            }
            catch (Exception e)
            {
                throw Failure(i, value, e);
            }
        }
    }

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, int)"/>
    public static async Task HoldsAsync<T>(this Gen<T> generator, Func<T, Task> property, int cases = 100)
    {
        for (uint i = 0; i < (Cases ?? (ulong)cases); i++)
        {
            var value = generator.Generate(new PCG(i, Seed), null, out _);
            try
            {
                await property(value);
            }
            catch (Exception e)
            {
                throw Failure(i, value, e);
            }
        }
    }

    private static InvalidOperationException Failure<T>(uint index, T value, Exception reason)
    {
        var text = $"{value}";
        return new($"Case {index} of seed {Seed}: {(text.Length > 1000 ? text[..1000] + "…" : text)}\n{reason.Message}", reason);
    }

    private static ulong? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : null;
}
