using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;

namespace MarketMaker.Grpc;

/// <summary>A listed pair and whom to ask about it.</summary>
/// <param name="Spec">What is traded.</param>
/// <param name="Engine">Its matching engine.</param>
internal sealed record Market(PairSpec Spec, IMatchingEngineGrain Engine);
