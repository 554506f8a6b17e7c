using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Tests.Alerting.Context;

public sealed class ChangeBookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly Topology topology = Topology.Empty;
    private readonly ChangeBook book;

    public ChangeBookTests() => book = new(AlertPolicy.Default, topology);

    [Fact]
    public void Find_AnnouncedAfterSomethingWasSeen_GivesWhatWasAnnounced()
    {
        book.Note(new ContextEvent.ChangeStarted("restarts", ContextEvent.ChangeStarted.Observed, [], null, null), Noon);
        book.Note(new ContextEvent.TargetBegan("restarts", "m1"), Noon);
        Assert.Equal("restarts", book.Find("m1", Noon.AddMinutes(2))!.Change);

        book.Note(new ContextEvent.ChangeStarted("update", "master_update", ["m1"], null, null), Noon.AddMinutes(1));
        book.Note(new ContextEvent.TargetBegan("update", "m1"), Noon.AddMinutes(1));

        Assert.Equal("update", book.Find("m1", Noon.AddMinutes(2))!.Change);
        Assert.Equal("restarts", book.Find("m1", Noon.AddSeconds(30))!.Change);
        Assert.Null(book.Find("m2", Noon.AddMinutes(2)));
    }

    [Fact]
    public void Find_MachineThatWasNamedSince_GivesWhatWasAnnouncedOfItsAddress()
    {
        book.Note(new ContextEvent.ChangeStarted("update", "master_update", ["10.0.0.3"], null, null), Noon);
        book.Note(new ContextEvent.TargetBegan("update", "10.0.0.3"), Noon);
        topology.Replace([new Machine("master3.example", null, null, []) { OtherNames = ["10.0.0.3"] }]);
        book.Rename();

        Assert.Equal("update", book.Find("master3.example", Noon.AddMinutes(1))!.Change);
        Assert.Equal("master3.example", Assert.Single(book.Windows).Host);

        book.Note(new ContextEvent.TargetEnded("update", "10.0.0.3", true), Noon.AddMinutes(2));
        Assert.Equal(Noon.AddMinutes(2) + AlertPolicy.Default.Grace, book.Find("master3.example", Noon.AddMinutes(1))!.Deadline);
    }

    [Fact]
    public void Lifted_BeforeItBegan_IsNoWindowAnyMore()
    {
        book.Note(new ContextEvent.MaintenanceScheduled(["a", "b"], Noon.AddHours(1), TimeSpan.FromHours(2)), Noon);
        book.Note(new ContextEvent.MaintenanceLifted(["a"], Noon.AddHours(1)), Noon.AddMinutes(30));

        Assert.Null(book.Find("a", Noon.AddHours(2)));
        Assert.NotNull(book.Find("b", Noon.AddHours(2)));
    }

    [Fact]
    public void Lifted_WhileItLasts_LeavesTheGrace()
    {
        book.Note(new ContextEvent.MaintenanceScheduled(["a"], Noon, ContextEvent.MaintenanceScheduled.Endless), Noon);
        Assert.Equal("somebody gives it back", book.Find("a", Noon.AddDays(40))!.Until);
        book.Note(new ContextEvent.MaintenanceLifted(["a"], Noon), Noon.AddHours(1));

        Assert.Equal(Noon.AddHours(1) + AlertPolicy.Default.Grace, book.Find("a", Noon.AddMinutes(61))!.Deadline);
        Assert.Null(book.Find("a", Noon.AddMinutes(65)));
    }

    [Fact]
    public void Scheduled_AgainWithAnotherLength_IsOneWindow()
    {
        book.Note(new ContextEvent.MaintenanceScheduled(["a"], Noon, TimeSpan.FromHours(1)), Noon);
        book.Note(new ContextEvent.MaintenanceScheduled(["a"], Noon, TimeSpan.FromHours(30)), Noon);

        Assert.Equal((Noon.AddHours(30), "2026-03-11 18:04:00"), (Assert.Single(book.Windows).End, Assert.Single(book.Windows).Until));
    }
}
