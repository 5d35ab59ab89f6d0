namespace MarketMaker.Strategies.Library;

/// <summary>A rule's image as it is stored: with proof that this cluster has compiled and tried it.
/// </summary>
/// <param name="Image">From <see cref="Compiler.RuleCompilation.Image"/>.</param>
/// <param name="Signature">From <see cref="ImageKey.Sign"/>.</param>
public sealed record SignedImage(byte[] Image, byte[] Signature)
{
    /// <summary>Both in one: the signature, and the image behind it.</summary>
    public byte[] ToBytes() => [.. Signature, .. Image];

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <returns>Null when the bytes are too few to be that.</returns>
    public static SignedImage? FromBytes(byte[] bytes) =>
        bytes.Length > ImageKey.SignatureLength
            ? new SignedImage(
                bytes[ImageKey.SignatureLength..], bytes[..ImageKey.SignatureLength])
            : null;
}
