namespace MarketMaker.Bench.Matching.Workloads;

/// <summary>What a record of a workload file asks for.</summary>
internal enum CommandType : byte
{
    New = 0,
    Cancel = 1,

    /// <summary>Cancel and enter anew: the order keeps its side and its number, and loses its
    /// place.</summary>
    Modify = 2,
}
