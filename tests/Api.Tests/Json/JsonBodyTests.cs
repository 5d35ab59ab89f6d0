using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using MarketMaker.Api.Json;
using MarketMaker.Api.Orders;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Tests.Json;

public sealed class JsonBodyTests
{
    private static readonly JsonSerializerOptions _options = Options();

    [Fact]
    public void The_fields_of_the_body_take_the_place_of_the_present_ones()
    {
        var present = new OrderRequest { Account = "ann", Size = 1 };

        var (order, errors) = Read(
            """{"size":"2.50","side":"sell","type":"postOnly","price":3}""", present);

        Assert.Empty(errors);
        Assert.Equal(
            new OrderRequest
            {
                Account = "ann",
                Side = Side.Sell,
                Type = OrderType.PostOnly,
                Price = 3,
                Size = 2.5m,
            },
            order);
    }

    [Fact]
    public void Every_wrong_field_is_named_and_stays_as_it_was()
    {
        var present = new OrderRequest { Account = "ann", Size = 1 };

        var (order, errors) = Read(
            """{"size":"much","side":1,"account":7,"prize":"3"}""", present);

        Assert.Equal(present, order);
        Assert.Equal(
            [
                new("size",
                    "size must be a decimal of at most 28 digits, such as \"0.01\"."),
                new("side", "side must be one of buy, sell."),
                new("account", "account must be a string."),
                new("prize",
                    "prize is not known; the fields are account, side, type, price, size, "
                    + "expiresAt, trigger, trailDistance, trailStep, display, budget, selfTrade, "
                    + "slide, link, clientOrderId."),
            ],
            errors);
    }

    private static (OrderRequest Order, List<FieldError> Errors) Read(
        string json, OrderRequest present)
    {
        var errors = new List<FieldError>();
        var body = new JsonBody(JsonNode.Parse(json)!.AsObject(), _options);
        return (body.Over(present, errors), errors);
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        JsonSetup.Apply(options);
        return options;
    }
}
