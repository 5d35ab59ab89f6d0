using MarketMaker.Engine.Units;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MarketMaker.Api.Documentation;

/// <summary>Describes decimals as what they are in JSON: strings.</summary>
internal sealed class DecimalSchema : IOpenApiSchemaTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(decimal) || type == typeof(decimal?) || type == typeof(AssetAmount))
        {
            var nullable = type == typeof(decimal?) ? JsonSchemaType.Null : 0;
            schema.Type = JsonSchemaType.String | nullable;
            schema.Format = "decimal";
            schema.Pattern = @"^-?\d+(\.\d+)?$";
        }
        return Task.CompletedTask;
    }
}
