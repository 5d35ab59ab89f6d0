using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="ClientOrderId"/> travels and is stored; null is <c>default</c>.
/// </summary>
[GenerateSerializer, Immutable, Alias("ClientOrderId")]
public readonly record struct ClientOrderIdSurrogate(string? Name);

/// <summary>Turns a <see cref="ClientOrderId"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class ClientOrderIdConverter : IConverter<ClientOrderId, ClientOrderIdSurrogate>
{
    /// <inheritdoc/>
    public ClientOrderId ConvertFromSurrogate(in ClientOrderIdSurrogate surrogate) =>
        surrogate.Name is { } name ? ClientOrderId.Parse(name) : default;

    /// <inheritdoc/>
    public ClientOrderIdSurrogate ConvertToSurrogate(in ClientOrderId value) =>
        new(value == default ? null : value.ToString());
}
