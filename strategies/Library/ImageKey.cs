using System.Security.Cryptography;
using System.Text;

namespace MarketMaker.Strategies.Library;

/// <summary>The secret by which images of rules are known again when they come back from a store:
/// an HMAC-SHA-256 over name, version and image.</summary>
/// <remarks>Every silo of a cluster has the same key; with another, stored images are compiled from
/// their sources once more. Any number of threads at a time.</remarks>
public sealed class ImageKey
{
    /// <summary>The length of a new key, and the least of any, in bytes.</summary>
    public const int Length = 32;

    /// <summary>The length of a signature, in bytes.</summary>
    public const int SignatureLength = 32;

    private readonly byte[] _key;

    /// <summary>Takes a key.</summary>
    /// <exception cref="ArgumentException">It has fewer than <see cref="Length"/> bytes.
    /// </exception>
    public ImageKey(ReadOnlySpan<byte> key)
    {
        if (key.Length < Length)
        {
            throw new ArgumentException(
                $"The key has {key.Length} bytes; at least {Length} are needed.", nameof(key));
        }
        _key = key.ToArray();
    }

    /// <summary>A key that nobody else has.</summary>
    public static ImageKey NewRandom() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Signs an image that has just been compiled and tried.</summary>
    /// <param name="name">The rule's name.</param>
    /// <param name="version">The version, as <see cref="Compiler.RuleCompilation.Version"/>.
    /// </param>
    /// <param name="image">The image.</param>
    public SignedImage Sign(string name, string version, byte[] image) =>
        new(image, Signature(name, version, image));

    /// <summary>Whether an image is that of the name and version, and has not been altered.
    /// </summary>
    public bool IsGenuine(string name, string version, SignedImage image) =>
        CryptographicOperations.FixedTimeEquals(
            Signature(name, version, image.Image), image.Signature);

    private byte[] Signature(string name, string version, byte[] image)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        // Each part with its length: what ends one cannot begin the next.
        foreach (var part in new[]
        {
            Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(version), image,
        })
        {
            mac.AppendData(BitConverter.GetBytes(part.LongLength));
            mac.AppendData(part);
        }
        return mac.GetHashAndReset();
    }
}
