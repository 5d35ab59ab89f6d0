// Each test runs whole processes; side by side they would measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
