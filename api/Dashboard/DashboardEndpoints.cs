using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Dashboard;

/// <summary>/: the page that shows all pairs, live.</summary>
internal static class DashboardEndpoints
{
    /// <summary>The page's own files and connections, and nothing else.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Maps the page's files.</summary>
    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/", PageAsset.Load("index.html", "text/html; charset=utf-8"));
        Map(routes, "/app.js", PageAsset.Load("app.js", "text/javascript; charset=utf-8"));
        Map(routes, "/style.css", PageAsset.Load("style.css", "text/css; charset=utf-8"));
        Map(routes, "/icon.svg", PageAsset.Load("icon.svg", "image/svg+xml"));
    }

    private static void Map(IEndpointRouteBuilder routes, string path, PageAsset asset)
    {
        routes.MapGet(path, Get).ExcludeFromDescription();

        FileContentHttpResult Get(HttpResponse response)
        {
            var headers = response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            // Ask each time; the tag makes the answer a short "not modified".
            headers.CacheControl = "no-cache";
            return TypedResults.File(asset.Content, asset.ContentType, entityTag: asset.Tag);
        }
    }
}
