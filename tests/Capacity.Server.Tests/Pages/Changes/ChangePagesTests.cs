using Capacity.Server.Tests.AlertmanagerApi;
using Capacity.Server.Tests.Pages.Alerts;

namespace Capacity.Server.Tests.Pages.Changes;

public sealed class ChangePagesTests : IAsyncLifetime
{
    private AlertService service = null!;

    public async ValueTask InitializeAsync() => service = await AlertService.StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Change_AnnouncedAndTakenThroughItsSteps_IsShownAtEach()
    {
        Assert.Contains("No change is announced.", await service.PageAsync("/changes"), StringComparison.Ordinal);

        var announced = await AnnounceAsync("kernel");
        Assert.Contains("0 of 2 machines done, 6&#xA0;min each", announced.Body, StringComparison.Ordinal);
        Assert.Contains("cp-1: not taken yet", announced.Body, StringComparison.Ordinal);

        Assert.Contains("cp-1: taken since 2026-03-10 12:00", (await StepAsync("cp-1", "begin")).Body, StringComparison.Ordinal);
        Assert.Contains("cp-1: done at 2026-03-10 12:00", (await StepAsync("cp-1", "done")).Body, StringComparison.Ordinal);
        await StepAsync("cp-2", "begin");
        Assert.Contains("cp-2: failed at", (await StepAsync("cp-2", "failed")).Body, StringComparison.Ordinal);
        Assert.Contains("Over lately: 1", (await StepAsync("", "end")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("has space", "cp-1", 400)]
    [InlineData("kernel", " , ", 400)]
    public async Task Change_Wrong_IsRefused(string id, string targets, int status) => Assert.Equal(status, (await AnnounceAsync(id, targets)).Status);

    [Fact]
    public async Task Change_AnnouncedTwice_IsRefused()
    {
        await AnnounceAsync("kernel");

        Assert.Equal(409, (await AnnounceAsync("kernel")).Status);
        Assert.Equal(404, (await StepAsync("cp-9", "begin")).Status);
    }

    [Fact]
    public async Task Forms_SentByAnotherSite_AreRefused() =>
        Assert.Equal(400, (await service.SendForeignFormAsync("/changes", ("id", "x"), ("targets", "a"), ("author", "a"), ("comment", "c"))).Status);

    private Task<Reply> AnnounceAsync(string id, string targets = "cp-1, cp-2") => service.SendFormAsync(
        "/changes", "/changes", ("id", id), ("kind", "master_update"), ("targets", targets), ("expected", "6m"), ("author", "ann"), ("comment", "new kernel"));

    private Task<Reply> StepAsync(string host, string step) => service.SendFormAsync("/changes", "/changes/step", ("id", "kernel"), ("host", host), ("step", step));
}
