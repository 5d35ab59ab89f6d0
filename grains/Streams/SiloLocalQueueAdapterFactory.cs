using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Providers.Streams.Common;
using Orleans.Streams;

namespace MarketMaker.Grains.Streams;

/// <summary>Makes the parts of the provider for one silo; Orleans asks for each once.</summary>
internal sealed class SiloLocalQueueAdapterFactory : IQueueAdapterFactory
{
    private readonly SiloLocalQueueMapper _mapper;
    private readonly SiloLocalQueueAdapter _adapter;
    private readonly SimpleQueueAdapterCache _cache;
    private readonly CountingFailureHandler _failures;

    public SiloLocalQueueAdapterFactory(
        string providerName, SiloLocalQueueMapper mapper, TimeProvider time, ILoggerFactory loggers)
    {
        _mapper = mapper;
        _adapter = new SiloLocalQueueAdapter(providerName, mapper, time);
        _failures = new CountingFailureHandler(loggers.CreateLogger<CountingFailureHandler>());
        _cache = new SimpleQueueAdapterCache(
            new SimpleQueueCacheOptions { CacheSize = SiloLocalStreams.CacheSize },
            providerName,
            loggers);
    }

    public Task<IQueueAdapter> CreateAdapter() => Task.FromResult<IQueueAdapter>(_adapter);

    public IQueueAdapterCache GetQueueAdapterCache() => _cache;

    public IStreamQueueMapper GetStreamQueueMapper() => _mapper;

    public Task<IStreamFailureHandler> GetDeliveryFailureHandler(QueueId queueId) =>
        Task.FromResult<IStreamFailureHandler>(_failures);
}
