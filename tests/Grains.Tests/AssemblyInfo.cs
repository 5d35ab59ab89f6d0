// Clusters side by side would share the machine's cores with each other's membership probes, and
// a late probe looks like a dead silo.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
