using Capacity.Testing.Recordings;

namespace Capacity.Storage.Tests.Recordings;

public sealed class CommittedRecordingsTests
{
    public static TheoryData<string> Names => [.. CommittedRecordings.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ReadAsync_EveryCommittedRecording_IsWhole(string name)
    {
        var recording = await CommittedRecordings.OpenAsync(name, TestContext.Current.CancellationToken);
        var exchanges = await Exchanges.ReadAsync(recording);

        Assert.Empty(recording.Remarks);
        Assert.Equal(["agent", "master"], recording.Manifest.Hosts.Keys.Order());
        Assert.Equal(exchanges[0].At, recording.Manifest.StartedAt);
        Assert.Equal(exchanges.Select(e => e.At).Order(), exchanges.Select(e => e.At));
        Assert.InRange(recording.Manifest.EndedAt!.Value - recording.Manifest.StartedAt, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(200));
    }
}
