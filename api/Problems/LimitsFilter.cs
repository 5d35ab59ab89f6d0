using System.Globalization;
using System.Reflection;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace MarketMaker.Api.Problems;

/// <summary>Keeps query parameters within their <see cref="LimitsAttribute"/>, which also is what
/// the OpenAPI document says of them.</summary>
internal static class LimitsFilter
{
    /// <summary>Makes the filter of an endpoint; endpoints without limits have none.</summary>
    public static EndpointFilterDelegate Create(
        EndpointFilterFactoryContext endpoint, EndpointFilterDelegate next)
    {
        var limited = endpoint.MethodInfo.GetParameters()
            .Where(parameter => LimitsOf(parameter) is not null)
            .ToArray();
        return limited.Length == 0 ? next : Check;

        async ValueTask<object?> Check(EndpointFilterInvocationContext invocation)
        {
            var errors = limited
                .Where(parameter =>
                    !LimitsOf(parameter)!.IsValid(invocation.Arguments[parameter.Position]))
                .Select(Fault)
                .ToArray();
            return errors.Length == 0 ? await next(invocation) : Problem.Invalid(errors);
        }
    }

    /// <summary>Finds the limited parameters whose text in the query is not a number: those that
    /// the endpoint could not even be called with.</summary>
    public static IReadOnlyList<FieldError> FindUnreadable(
        Endpoint? endpoint, IQueryCollection query)
    {
        var bindings = endpoint?.Metadata.OfType<IParameterBindingMetadata>() ?? [];
        return
        [
            .. bindings.Select(binding => binding.ParameterInfo).Where(IsUnreadable).Select(Fault),
        ];

        bool IsUnreadable(ParameterInfo parameter) =>
            LimitsOf(parameter) is not null
            && query.TryGetValue(parameter.Name!, out var text)
            && !long.TryParse(text, CultureInfo.InvariantCulture, out _);
    }

    private static FieldError Fault(ParameterInfo parameter)
    {
        var (name, limits) = (parameter.Name!, LimitsOf(parameter)!);
        return new FieldError(
            name,
            $"{name} must be a whole number from {limits.Minimum} to {limits.Maximum}.");
    }

    private static LimitsAttribute? LimitsOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<LimitsAttribute>();
}
