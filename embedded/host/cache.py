"""Redis without a server: fakeredis, in this process. So one process at a time should use a site."""

import threading

# Commands after which the client cache must ask again for the keys that they name.
WRITES = ("SET", "SETEX", "DEL", "UNLINK", "EXPIRE")
FLUSHES = ("FLUSHALL", "FLUSHDB")


def mend():
	import fakeredis
	import monoframe.realtime
	import monoframe.utils.redis_wrapper as redis_wrapper

	from embedded.host.rebind import rebind

	server = fakeredis.FakeServer()
	TellingRedis = _telling_redis(redis_wrapper.RedisWrapper)

	def setup_cache():
		connections = fakeredis.FakeRedisConnection
		return TellingRedis(connection_pool=redis_wrapper.redis.ConnectionPool(connections, server=server))

	redis_wrapper.setup_cache = setup_cache
	redis_wrapper.ClientCache = _told_client_cache(redis_wrapper.ClientCache)
	# Nobody listens for realtime events; each would first try to reach a Redis server.
	rebind(monoframe.realtime.emit_via_redis, lambda event, message, room: None)


def _telling_redis(RedisWrapper):
	class TellingRedis(RedisWrapper):
		"""Tells the client cache what a real Redis would tell it in answer to CLIENT TRACKING."""

		def execute_command(self, *command, **options):
			answer = super().execute_command(*command, **options)
			_tell(command)
			return answer

	return TellingRedis


def _tell(command):
	import monoframe

	name, *arguments = command
	if not monoframe.client_cache:
		return
	if name in FLUSHES:
		monoframe.client_cache.clear_cache()
	elif name in WRITES:
		monoframe.client_cache.forget(arguments)


def _told_client_cache(ClientCache):
	class ToldClientCache(ClientCache):
		"""Without a cache that keeps objects, each hook and DocType would be unpickled at every use."""

		def __init__(self, maxsize=1024, ttl=600, monitor=None):
			import monoframe

			self.maxsize, self.local_ttl, self.lock, self.cache = maxsize, ttl, threading.RLock(), {}
			self.redis = self.invalidator = monoframe.cache
			self.healthy, self.hits, self.misses = True, 0, 0

		def forget(self, keys):
			with self.lock:
				for key in keys:
					self.cache.pop(key, None)

		def erase_persistent_caches(self, *, doctype=None):
			"""Nobody listens on the channel: do at once what the listener would."""
			import monoframe.utils.caching
			from monoframe.cache_manager import clear_controller_cache

			clear_controller_cache(doctype)
			if not doctype:
				monoframe.utils.caching._SITE_CACHE.clear()

	return ToldClientCache
