using Capacity.Server.Tests.Hosting;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>A body that is much too large costs little. Nothing runs beside it, for what is allocated is counted for the whole process.</summary>
[Collection(Alone.Name)]
public sealed class LargeBodyTests
{
    [Fact]
    public async Task Post_HundredMegabytesInPieces_IsTooLargeAndCostsLittle()
    {
        await using var service = await AlertService.StartAsync();
        var before = GC.GetTotalAllocatedBytes();
        using var content = new HundredMegabytes();

        var reply = await service.SendAsync("POST", "/api/v2/alerts", content);

        Assert.Equal(413, reply.Status);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 90_000_000);
        Assert.Equal(200, (await service.AlertAsync("""{"labels":{"alertname":"A"}}""")).Status);
    }
}
