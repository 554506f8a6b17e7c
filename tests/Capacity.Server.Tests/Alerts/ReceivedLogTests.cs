using System.Text.RegularExpressions;
using Capacity.Server.Tests.AlertmanagerApi;

namespace Capacity.Server.Tests.Alerts;

public sealed partial class ReceivedLogTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_FolderThatCannotBe_IsCountedAndTheAlertIsTaken()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using var service = await AlertService.StartAsync($"{{ receivedLog: {{ folder: '{file}/below' }} }}");

            Assert.Equal(200, (await service.AlertAsync("""{ "labels": { "alertname": "A" } }""")).Status);

            Assert.Equal("A", await service.NamesAsync());
            while (!LostForm().IsMatch((await service.GetAsync("/metrics")).Body))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"^capacity_received_log_lost_total\{cluster=""mesos""\} [1-9]", RegexOptions.Multiline)]
    private static partial Regex LostForm();
}
