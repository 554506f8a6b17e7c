using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Tests.Alerting.Context;

public sealed class ChangeBookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly ChangeBook book = new(AlertPolicy.Default, Topology.Empty);

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
}
