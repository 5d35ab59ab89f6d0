using System.Net;
using System.Text.RegularExpressions;

namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed partial class DocumentationTests(ApiFixture api)
{
    private static readonly string[] _routes =
    [
        "DELETE /pairs/{pair}/orders",
        "DELETE /pairs/{pair}/orders/{id}",
        "DELETE /strategies/{name}/versions/{hash}/shadow",
        "GET /accounts/{account}",
        "GET /accounts/{account}/transfers/{id}",
        "GET /events",
        "GET /health/live",
        "GET /health/ready",
        "GET /pairs",
        "GET /pairs/{pair}",
        "GET /pairs/{pair}/accounts/{account}",
        "GET /pairs/{pair}/accounts/{account}/orders",
        "GET /pairs/{pair}/accounts/{account}/protection",
        "GET /pairs/{pair}/accounts/{account}/terms",
        "GET /pairs/{pair}/book",
        "GET /pairs/{pair}/configuration",
        "GET /pairs/{pair}/depth",
        "GET /pairs/{pair}/depth/stream",
        "GET /pairs/{pair}/halt",
        "GET /pairs/{pair}/inventory",
        "GET /pairs/{pair}/orders/{id}",
        "GET /pairs/{pair}/stats",
        "GET /pairs/{pair}/strategy",
        "GET /pairs/{pair}/trades",
        "GET /strategies",
        "GET /strategies/{name}",
        "GET /strategies/{name}/audit",
        "GET /strategies/{name}/versions",
        "GET /strategies/{name}/versions/{hash}/backtest",
        "GET /strategies/{name}/versions/{hash}/diagnostics",
        "GET /strategies/{name}/versions/{hash}/shadow",
        "GET /strategies/{name}/versions/{hash}/source",
        "POST /accounts/{account}/deposits",
        "POST /accounts/{account}/transfers",
        "POST /accounts/{account}/withdrawals",
        "POST /pairs/{pair}/accounts/{account}",
        "POST /pairs/{pair}/accounts/{account}/protection/reset",
        "POST /pairs/{pair}/halt",
        "POST /pairs/{pair}/orders",
        "POST /pairs/{pair}/orders/{id}/reduce",
        "POST /pairs/{pair}/pause",
        "POST /pairs/{pair}/resume",
        "POST /pairs/{pair}/start",
        "POST /pairs/{pair}/stop",
        "POST /strategies/{name}",
        "POST /strategies/{name}/activate",
        "POST /strategies/{name}/approve",
        "POST /strategies/{name}/rollback",
        "POST /strategies/{name}/versions/{hash}/backtest",
        "PUT /pairs/{pair}/accounts/{account}/quotes",
        "PUT /pairs/{pair}/accounts/{account}/terms",
        "PUT /pairs/{pair}/configuration",
        "PUT /pairs/{pair}/orders/{id}",
        "PUT /pairs/{pair}/strategy",
        "PUT /strategies/{name}",
    ];

    [Fact]
    public async Task The_document_lists_every_route_with_what_it_is_for()
    {
        var document = await api.Client.GetJson("/openapi/v1.json");

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation =>
                (Route: $"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value)))
            .OrderBy(operation => operation.Route, StringComparer.Ordinal)
            .ToArray();
        Assert.Equal(_routes, operations.Select(operation => operation.Route));
        Assert.All(operations, operation => Assert.NotEmpty(operation.Value.Text("summary")));
    }

    [Fact]
    public async Task Decimals_are_described_as_strings()
    {
        var document = await api.Client.GetJson("/openapi/v1.json");

        var price = document.GetProperty("components").GetProperty("schemas")
            .GetProperty("BookLevelDocument").GetProperty("properties").GetProperty("price");

        Assert.Equal(("string", "decimal"), (price.Text("type"), price.Text("format")));
    }

    [Fact]
    public async Task The_page_of_the_document_loads_its_scripts_from_the_host()
    {
        var page = await api.Client.GetStringAsync(new Uri("/docs/", UriKind.Relative));

        var scripts = Source().Matches(page).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(scripts);
        foreach (var script in scripts)
        {
            Assert.DoesNotContain("//", script, StringComparison.Ordinal);
            using var response = await api.Client.Send(HttpMethod.Get, $"/docs/{script}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [GeneratedRegex("src=\"([^\"]+)\"")]
    private static partial Regex Source();
}
