using System.CommandLine;
using Capacity.Cli.RightSizing;

namespace Capacity.Cli.Receivers;

/// <summary><c>capacity receivers test</c>: would a page arrive?</summary>
internal static class ReceiversTestCommand
{
    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions();
        var name = new Argument<string>("NAME") { Description = "The receiver's name in the configuration." };
        var command = new Command("test", "Send a ticket and its end to a receiver, to see whether they arrive.") { name };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            await client.PostAsync($"/api/v1/receivers/{Uri.EscapeDataString(result.GetValue(name)!)}/test", [], cancellationToken);
            await result.InvocationConfiguration.Output.WriteLineAsync($"{result.GetValue(name)} took the test.");
            return ExitCodes.Ok;
        });
        return command;
    }
}
