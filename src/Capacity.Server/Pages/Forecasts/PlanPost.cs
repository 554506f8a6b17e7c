using Capacity.Server.Api;
using System.Globalization;
using Capacity.Server.Api.Forecasts;
using Capacity.Server.Forecasts;
using Capacity.Server.Keeping;
using Capacity.Server.Pages.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Pages.Forecasts;

/// <summary>Takes the forms about plans. They have to have the token that the page gave out, so that no other site can send them.</summary>
internal static class PlanPost
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/forecast/plan", PlanAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();
        app.MapPost("/forecast/unplan", UnplanAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();
    }

    private static async Task<IResult> PlanAsync([FromForm] IFormCollection form, PlanBook plans, CancellationToken cancellationToken)
    {
        try
        {
            var planned = new PlannedEventDocument
            {
                Name = form["name"], Date = form["date"], Kind = form["kind"], Growth = form["growth"], Shape = form["shape"], Zone = form["zone"],
                Cpus = Number(form, "cpus"), MemoryGiB = Number(form, "memoryGiB"), Machines = (int?)Number(form, "machines"),
            };
            await plans.AddAsync(planned.Read(), cancellationToken);
            return new SeeOther("/forecast#plan");
        }
        catch (FormatException e)
        {
            return new SeeOther($"/forecast?fault={Links.Text(e.Message)}#plan");
        }
        catch (IOException e)
        {
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> UnplanAsync([FromForm] Guid id, Stores stores, CancellationToken cancellationToken)
    {
        try
        {
            await stores.State.Plans.RemoveAsync(id, cancellationToken);
            return new SeeOther("/forecast#plan");
        }
        catch (IOException e)
        {
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static double? Number(IFormCollection form, string field) => form[field].ToString() is not { } text || string.IsNullOrWhiteSpace(text) ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e9 ? number
        : throw new FormatException($"{field}: '{text}' is no number");
}
