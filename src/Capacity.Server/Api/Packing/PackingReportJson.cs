using System.Text.Json.Serialization;
using Capacity.Server.Api.Scan;

namespace Capacity.Server.Api.Packing;

/// <summary>Writers and readers of the documents about packing, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(PackingDocument))]
[JsonSerializable(typeof(FitDocument))]
[JsonSerializable(typeof(WhatIfDocument))]
public sealed partial class PackingReportJson : JsonSerializerContext;
