namespace MarketMaker.Grpc.Failures;

/// <summary>A request's field is not what the contract asks for.</summary>
/// <param name="field">Its name in the contract.</param>
/// <param name="requirement">What it must be, with its limits.</param>
internal sealed class MalformedRequestException(string field, string requirement)
    : Exception($"{field} must {requirement}.");
