using Capacity.Core.Packing.Measures;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Tests.Planning.Defragmentation;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Packing.Measures;

public sealed class FirstFitTests
{
    [Fact]
    public void Place_AnyItems_AreOnTheFirstMachineThatTakesThem() =>
        Gen.Select(Placements.On(Gen.Int[1, 70]), Gen.Int[0, 1_000_000]).Holds(given =>
        {
            var (problem, seed) = given;
            var random = new Random(seed);
            var order = Enumerable.Range(0, problem.Machines.Count).ToArray();
            random.Shuffle(order);
            var (ours, plain) = (new PackingState(problem), new PackingState(problem));
            var packer = new FirstFit(ours, order);
            for (var i = 0; i < 20 * order.Length; i++)
            {
                var item = random.Next(problem.Items.Count);
                var expected = Array.FindIndex(order, m => problem.Machines[m].AcceptsNew && plain.CanPlace(item, m));

                Assert.Equal(expected < 0 ? -1 : order[expected], packer.Place(item));
                if (expected >= 0)
                {
                    plain.Place(item, order[expected]);
                }
            }
        });
}
