using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MarketMaker.Api.Json;

/// <summary>A request's JSON object, read field by field, so that the answer to a bad one names
/// every field that is wrong and not only the first.</summary>
public sealed class JsonBody : IBindableFromHttpContext<JsonBody>
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonObject _fields;
    private readonly JsonSerializerOptions _options;

    /// <summary>Makes a body.</summary>
    public JsonBody(JsonObject fields, JsonSerializerOptions options)
    {
        _fields = fields;
        _options = options;
    }

    /// <summary>Reads a request's body.</summary>
    /// <exception cref="BadHttpRequestException">It is not a JSON object.</exception>
    public static async ValueTask<JsonBody?> BindAsync(
        HttpContext context, ParameterInfo parameter)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException(
                "The Content-Type must be application/json.",
                StatusCodes.Status415UnsupportedMediaType);
        }
        var options = context.RequestServices
            .GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return new JsonBody(await ReadObject(request), options);
    }

    /// <summary>Whether the body has a field.</summary>
    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>The given object with the fields of the body in place of its own.</summary>
    /// <param name="present">Where fields that the body lacks come from.</param>
    /// <param name="errors">Takes what is wrong; those fields stay as they were.</param>
    public T Over<T>(T present, List<FieldError> errors)
    {
        var type = _options.GetTypeInfo(typeof(T));
        var merged = JsonSerializer.SerializeToNode(present, type)!.AsObject();
        foreach (var (name, value) in _fields)
        {
            var property = type.Properties.FirstOrDefault(known => known.Name == name);
            FieldError[] faults = property is null
                ? [new(name, $"{name} is not known; the fields are {Names(type)}.")]
                : [.. Faults(name, value, property)];
            if (faults.Length == 0)
                merged[name] = value?.DeepClone();
            errors.AddRange(faults);
        }
        return (T)merged.Deserialize(type)!;
    }

    private static async Task<JsonObject> ReadObject(HttpRequest request)
    {
        try
        {
            var json = await JsonNode.ParseAsync(
                request.Body, documentOptions: Strict,
                cancellationToken: request.HttpContext.RequestAborted);
            return json as JsonObject
                ?? throw new BadHttpRequestException("The body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException(
                $"The body is not valid JSON: {exception.Message}", exception);
        }
    }

    private IEnumerable<FieldError> Faults(string name, JsonNode? value, JsonPropertyInfo property)
    {
        if (value is null)
        {
            if (!property.IsSetNullable)
                yield return new FieldError(name, $"{name} must not be null.");
            yield break;
        }
        // Of an object of numbers, each wrong one is named.
        var isMap = property.PropertyType == typeof(IReadOnlyDictionary<string, decimal>);
        if (isMap && value is JsonObject numbers)
        {
            foreach (var (key, number) in numbers)
            {
                if (!IsReadable(number, typeof(decimal)))
                {
                    yield return new FieldError(
                        $"{name}.{key}", $"{name}.{key} {Expectation(typeof(decimal))}.");
                }
            }
        }
        else if (!IsReadable(value, property.PropertyType))
        {
            yield return new FieldError(name, $"{name} {Expectation(property.PropertyType)}.");
        }
    }

    private bool IsReadable(JsonNode? value, Type type)
    {
        try
        {
            return value is not null && value.Deserialize(type, _options) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Expectation(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsEnum)
        {
            var names = Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName);
            return $"must be one of {string.Join(", ", names)}";
        }
        return type == typeof(decimal)
            ? $"must be a decimal of at most {ApiLimits.MaxDecimalDigits} digits, such as \"0.01\""
            : type == typeof(AssetAmount)
                ? $"must be a decimal up to {AssetAmount.Max} with at most {AssetAmount.Places} "
                    + "places, such as \"0.01\""
            : type == typeof(string) ? "must be a string"
            : type == typeof(bool) ? "must be true or false"
            : type == typeof(IReadOnlyDictionary<string, decimal>)
                ? "must be an object of decimals, such as {\"gamma\":\"0.1\"}"
            : type == typeof(DateTimeOffset) ? "must be a time such as 2030-01-01T00:00:00Z"
            : type.IsAssignableTo(typeof(IEnumerable)) ? "must be a list of its objects"
            : "must be a whole number";
    }

    private static string Names(JsonTypeInfo type) =>
        string.Join(", ", type.Properties.Select(property => property.Name));
}
