using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Brings a folder's entries to the disk: files that were made, renamed or deleted in it stay so when the power fails.</summary>
/// <remarks>The framework opens no folders, and Windows needs nothing of the kind.</remarks>
internal static partial class FolderSync
{
    private const int ReadOnly = 0;

    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(Open(folder, ReadOnly), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException($"'{folder}' can't be opened: {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
