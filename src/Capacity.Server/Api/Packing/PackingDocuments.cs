using Capacity.Core.Packing.Measures;

namespace Capacity.Server.Api.Packing;

/// <summary>Writes a packing report as a document.</summary>
public static class PackingDocuments
{
    /// <summary>Makes the document.</summary>
    public static PackingDocument ToDocument(this PackingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new()
        {
            Schema = PackingDocument.SchemaName,
            At = report.At,
            Cluster = PackingFiguresDocument.Of(report.Cluster),
            Zones = [.. report.Zones.Select(PackingFiguresDocument.Of)],
            Roles = [.. report.Roles.Select(PackingFiguresDocument.Of)],
            Agents = [.. report.Agents.Select(a => new PackedAgentDocument(a.Agent.Zone, Words.Of(a.Agent.State), PackingFiguresDocument.Of(a.Figures)))],
            Threshold = ResourcesDocument.Of(new(report.Threshold.Cpus, report.Threshold.Memory)),
            Shapes = [.. report.Shapes.Select(ShapeRoomDocument.Of)],
            Headroom = HeadroomDocument.Of(report.Headroom),
            PackedAnewAt = report.PackedAnewAt,
            Compaction = report.Compaction is { } c ? CompactionDocument.Of(c) : null,
            Efficiency = report.Efficiency is { } e ? EfficiencyDocument.Of(e) : null,
            Risks = [.. report.Risks.Select(r => new RiskDocument(r.App.Framework, r.App.Id, r.Instances, r.Quorum, Words.Of(r.Level), r.Domain, r.There))],
            Losses = [.. report.Losses.Select(ToDocument)],
            Notes = [.. report.Notes.Select(n => new NoteDocument(Words.Of(n.Kind), n.Subject, n.Message))],
        };
    }

    private static LossDocument ToDocument(LossFigures loss) => new(
        Words.Of(loss.Level), loss.Name, loss.Lost, loss.Unplaced, loss.Stateful, [.. loss.UnplacedApps.Select(a => a.ToString())], loss.Headroom is { } headroom ? HeadroomDocument.Of(headroom) : null);
}
