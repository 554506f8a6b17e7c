using System.Runtime.InteropServices;
using Capacity.Cli;

using var interrupted = new CancellationTokenSource();
using var control = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

return await CapacityCommand.RunAsync(args, Console.Out, Console.Error, TimeProvider.System, interrupted.Token);

void Interrupt(PosixSignalContext context)
{
    // The command ends by itself, so that nothing is lost.
    context.Cancel = true;
    interrupted.Cancel();
}
