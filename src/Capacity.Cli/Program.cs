using Capacity.Cli;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    interrupted.Cancel();
};

return await CapacityCommand.RunAsync(args, Console.Out, Console.Error, TimeProvider.System, interrupted.Token);
