using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scalar.AspNetCore;

namespace MarketMaker.Api.Documentation;

/// <summary>The OpenAPI document at /openapi/v1.json, and a page to browse it at /docs, which
/// loads nothing from elsewhere.</summary>
internal static class ApiDocumentSetup
{
    /// <summary>Adds the document.</summary>
    public static IServiceCollection AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(options =>
        {
            options.AddSchemaTransformer<DecimalSchema>();
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "MarketMaker";
                document.Info.Description = "An exchange's own market maker. Numbers that may "
                    + "have a fraction are JSON strings; requests may send numbers too. Errors "
                    + "are problem documents (RFC 9457) that name the field and the limit.";
                return Task.CompletedTask;
            });
        });

    /// <summary>Maps the document and its page.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi();
        routes.MapScalarApiReference("/docs", page => page
            .WithTitle("MarketMaker API")
            .HideDeveloperTools()
            .HideClientButton()
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp());
    }
}
