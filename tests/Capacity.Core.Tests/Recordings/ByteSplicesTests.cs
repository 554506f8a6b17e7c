using System.Text;
using Capacity.Core.Recordings;
using Xunit;

namespace Capacity.Core.Tests.Recordings;

public sealed class ByteSplicesTests
{
    [Fact]
    public void Apply_OverlappingInAnyOrder_TakesTheOuterAndTheLater()
    {
        var splices = new ByteSplices();
        splices.Add(8, 9, "later"u8.ToArray());
        splices.Add(2, 3, "inner"u8.ToArray());
        splices.Add(1, 5, "outer"u8.ToArray());
        splices.Add(4, 5, "inner"u8.ToArray());
        splices.Add(6, 7, "first"u8.ToArray());
        splices.Add(6, 7, "second"u8.ToArray());

        Assert.Equal("0outer5second7later", Encoding.ASCII.GetString(splices.Apply("012345678"u8.ToArray()).Span));
    }

    [Fact]
    public void Apply_Nothing_GivesTheSameMemory()
    {
        ReadOnlyMemory<byte> source = "abc"u8.ToArray();

        Assert.Equal(source, new ByteSplices().Apply(source));
    }
}
