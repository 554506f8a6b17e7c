using Capacity.Core.Packing.Solving.Model;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Packing.Solving.Model;

public sealed class MachineSetTests
{
    [Fact]
    public void Sets_FewOrMany_AnswerAsPlainOnesDo() => Gen.Int[0, int.MaxValue].Holds(
        seed =>
        {
            var random = new Random(seed);
            var machines = random.Next(1, 300);
            var (left, right) = (Any(random, machines), Any(random, machines));
            var (a, b) = (MachineSet.Of(left, machines), MachineSet.Of(right, machines));

            Assert.Equal(left, a.ToArray(machines));
            Assert.Equal(left, Enumerable.Range(0, machines).Where(a.Contains));
            Assert.Equal(left.Intersect(right).Any(), a.Overlaps(b));
            Assert.Equal(!left.Except(right).Any(), a.IsIn(b));
        },
        cases: 300);

    private static int[] Any(Random random, int machines)
    {
        var share = random.Next(3) switch { 0 => 0.01, 1 => 0.3, _ => 0.99 };
        return [.. Enumerable.Range(0, machines).Where(_ => random.NextDouble() < share)];
    }
}
