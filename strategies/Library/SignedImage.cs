namespace MarketMaker.Strategies.Library;

/// <summary>A rule's image as it is stored: with proof that this cluster has compiled and tried it.
/// </summary>
/// <param name="Image">From <see cref="Compiler.RuleCompilation.Image"/>.</param>
/// <param name="Signature">From <see cref="ImageKey.Sign"/>.</param>
public sealed record SignedImage(byte[] Image, byte[] Signature);
