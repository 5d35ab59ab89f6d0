using System.Reflection;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Streams;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization.Serializers;

namespace MarketMaker.Grains.Tests.Making;

/// <summary>A type that cannot be serialized shows only when two silos first speak of it; this
/// walks all that the grains say to each other.</summary>
public sealed class ContractTests(MakerFixture fixture) : IClassFixture<MakerFixture>
{
    [Fact]
    public void Everything_that_travels_can_be_serialized()
    {
        var codecs = fixture.Services.GetRequiredService<ICodecProvider>();
        var methods = typeof(IPairMakerGrain).Assembly.GetTypes()
            .Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance));
        Type[] travelling =
        [
            typeof(ReferenceTick),
            typeof(FillBell),
            .. methods.SelectMany(Types).Distinct(),
        ];

        var unknown = travelling.Where(type => codecs.TryGetCodec(type) is null);

        Assert.Empty(unknown);
        Assert.True(travelling.Length > 20);
    }

    private static IEnumerable<Type> Types(MethodInfo method)
    {
        var result = method.ReturnType;
        if (result.IsGenericType)
            yield return result.GetGenericArguments()[0];
        foreach (var parameter in method.GetParameters())
            yield return parameter.ParameterType;
    }
}
