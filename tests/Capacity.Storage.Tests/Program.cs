using Capacity.Storage.Tests;
using Capacity.Storage.Tests.TimeSeries.DuckDb;

// The same program is the process that tests kill: a test starts it with this word in front.
return args is [StoreChild.Word, .. var rest]
    ? await StoreChild.RunAsync(rest)
    : args.Any(a => a is "--server" or "--internal-msbuild-node")
        ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
        : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
