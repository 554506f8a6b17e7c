namespace Capacity.Simulator.Tests.Drift;

/// <summary>Where the simulated cluster may differ from the recorded one, and why.</summary>
internal static class AllowedDifferences
{
    private static readonly (string Part, string Why)[] Missing =
    [
        ("attributes.fastports", "attributes are the operator's own"),
        ("attributes.speed", "attributes are the operator's own"),
        ("offered_resources", "frameworks answer offers at once, so none is ever seen"),
        (".disk.persistence", "there are no persistent volumes"),
        (".disk.volume", "there are no persistent volumes"),
        ("[].disk Object", "there are no persistent volumes"),
        ("[].reservation", "all reservations are static ones, which have no principal and no old form"),
        ("/quota/", "no role has a quota"),
        ("frameworks[].role String", "all frameworks are MULTI_ROLE and have roles instead"),
        (".command", "the tasks of custom executors carry their command; there are none"),
        (".container Object", "no task asks for a container of its own kind"),
        (".container.", "no task asks for a container of its own kind"),
        (".limits.", "limits are always a number for memory and Infinity for CPU; a real task may choose"),
        ("task_dropped/source_slave/reason_gc_error", "appears with the first such task; none is ever dropped"),
        ("task_error/source_master/reason_task_invalid", "appears with the first such task; none is ever invalid"),
        ("task_failed/source_slave/reason_container_limitation_disk", "appears with the first such task; disks never fill up"),
        ("task_killed/source_master/reason_framework_removed", "appears when a framework is torn down, which is later than this test looks"),
    ];

    private static readonly (string Part, string Why)[] Added =
    [
        ("$.recovered_slaves[]", "the recordings polled too seldom to see an agent awaited; a part of the fields of slaves[]"),
        ("$.down_machines", "nothing was down for maintenance in the recordings; the shape is that of another recording"),
        ("$.draining_machines", "nothing was draining for maintenance in the recordings; the shape is that of another recording"),
    ];

    public static bool IsMissingOnPurpose(string field) => Missing.Any(m => field.Contains(m.Part, StringComparison.Ordinal));

    public static bool IsAddedOnPurpose(string field) => Added.Any(a => field.StartsWith(a.Part, StringComparison.Ordinal));
}
