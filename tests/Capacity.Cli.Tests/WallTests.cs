using System.Reflection;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;

namespace Capacity.Cli.Tests;

/// <summary>Keeps the walls between the projects, and the rules that no compiler keeps.</summary>
public sealed class WallTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Capacity.Core"] = [],
        ["Capacity.Mesos"] = ["Capacity.Core"],
        ["Capacity.Storage"] = ["Capacity.Core"],
        ["Capacity.Simulator"] = ["Capacity.Core"],
        ["Capacity.Server"] = ["Capacity.Core", "Capacity.Mesos", "Capacity.Storage"],
        ["Capacity.Cli"] = ["Capacity.Core", "Capacity.Mesos", "Capacity.Storage", "Capacity.Simulator", "Capacity.Server"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_OnlyWhatItMaySee(string project)
    {
        var file = XDocument.Load(Path.Combine(Repository.Folder, "src", project, $"{project}.csproj"));

        var references = file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));

        Assert.Empty(references.Except(Allowed[project]));
    }

    [Fact]
    public void Projects_InSource_AreThese() =>
        Assert.Equal(Allowed.Keys.Order(), Directory.GetDirectories(Path.Combine(Repository.Folder, "src")).Select(Path.GetFileName).Order());

    [Fact]
    public void Core_Packages_AreNumericsAtMost()
    {
        var file = XDocument.Load(Path.Combine(Repository.Folder, "src", "Capacity.Core", "Capacity.Core.csproj"));

        Assert.Empty(file.Descendants("PackageReference").Select(p => p.Attribute("Include")!.Value).Except(["MathNet.Numerics"]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Classes_AreSealedStaticOrAbstract(string project)
    {
        var assembly = Assembly.Load(project == "Capacity.Cli" ? "capacity" : project);

        // Razor makes its classes itself, and cannot be told to seal them.
        var open = assembly.GetTypes().Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !typeof(IComponent).IsAssignableFrom(t) && t.Name != "_Imports" && t.Namespace?.StartsWith("Capacity", StringComparison.Ordinal) == true);

        Assert.Empty(open.Select(t => t.FullName));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Files_LieWhereTheirNamespaceSays(string project)
    {
        var root = Path.Combine(Repository.Folder, "src", project);
        foreach (var file in Repository.SourceFiles(root))
        {
            var expected = string.Join('.', [project, .. Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Split(Path.DirectorySeparatorChar).Where(p => p != ".")]);
            var declared = File.ReadLines(file).FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal));
            Assert.True(declared is null || declared == $"namespace {expected};", $"{file}: {declared}, expected {expected}");
        }
    }

    [Fact]
    public void Files_AreOneIdeaEach() => Assert.All(
        Repository.SourceFiles(Path.Combine(Repository.Folder, "src")),
        file => Assert.True(File.ReadLines(file).Count() <= 400, $"{file} is over 400 lines: split it."));
}
