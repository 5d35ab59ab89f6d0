using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace MarketMaker.Api.Dashboard;

/// <summary>A file of the page, built into the assembly.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">What they are.</param>
/// <param name="Tag">Changes with them.</param>
internal sealed record PageAsset(byte[] Content, string ContentType, EntityTagHeaderValue Tag)
{
    /// <summary>Loads a file of the folder <c>page</c>.</summary>
    public static PageAsset Load(string name, string contentType)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream($"page/{name}")
            ?? throw new InvalidOperationException($"The assembly lacks page/{name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
        return new PageAsset(content, contentType, new EntityTagHeaderValue($"\"{hash}\""));
    }
}
