"""Redis without a server: fakeredis, in this process. So one process at a time should use a site."""


def mend():
	import fakeredis
	import monoframe.utils.redis_wrapper as redis_wrapper

	server = fakeredis.FakeServer()

	def setup_cache():
		pool = redis_wrapper.redis.ConnectionPool(connection_class=fakeredis.FakeRedisConnection, server=server)
		return redis_wrapper.RedisWrapper(connection_pool=pool)

	redis_wrapper.setup_cache = setup_cache
	redis_wrapper.ClientCache = _client_cache(redis_wrapper.ClientCache)


def _client_cache(ClientCache):
	class UntrackedClientCache(ClientCache):
		"""The framework's own fallback, "not healthy": every read asks the cache. Tracking needs a real Redis,
		without it a value deleted through `frappe.cache` would live on here for ten minutes."""

		def __init__(self, maxsize=1024, ttl=600, monitor=None):
			import threading

			import monoframe

			self.maxsize, self.local_ttl, self.lock, self.cache = maxsize, ttl, threading.RLock(), {}
			self.redis = self.invalidator = monoframe.cache
			self.healthy, self.hits, self.misses = False, 0, 0

		def erase_persistent_caches(self, *, doctype=None):
			"""Nobody listens on the channel: do at once what the listener would."""
			import monoframe.utils.caching
			from monoframe.cache_manager import clear_controller_cache

			clear_controller_cache(doctype)
			if not doctype:
				monoframe.utils.caching._SITE_CACHE.clear()

	return UntrackedClientCache
