"""Asks addresses that somebody typed, so that the question is no way into the agency's network.

requests-hardened resolves a name itself, refuses what is not the public internet, and connects to the very address that
it has looked at: a name that answers differently the second time gains nothing. Each address to which one is led on is
asked in the same way. Bodies are not read, and no proxy or password of this machine's is used.
"""

from collections.abc import Collection, Iterator
from threading import Thread
from time import monotonic
from urllib.parse import urljoin, urlsplit

from requests import RequestException
from requests_hardened import Config, Manager
from requests_hardened.ip_filter import InvalidIPAddress

from kinerja_asn.constants.istilah import KeadaanTautan
from kinerja_asn.rules.tautan import rate_tautan

BATAS = Config(
	ip_filter_enable=True,
	ip_filter_allow_loopback_ips=False,
	never_redirect=True,  # we follow, and look at each address first
	default_timeout=(5, 5),
	user_agent_override="kinerja_asn (pemeriksa tautan bukti dukung)",
)
PINTU_JARINGAN = frozenset({None, 80, 443})
# Names in these are nobody's (RFC 2606), and stand in try-out data and templates: no name server is asked for them.
TANPA_PEMILIK = ("example", "invalid", "test")
PENGALIHAN_MAKS = 5
SEKALIGUS = 8  # asked at once
DETIK_MAKS = 20  # for all of them: a server that trickles its answer is not waited for


class AlamatDalam(Exception):
	"""The address is none of the public internet, or not one that a browser would be given."""


class TanpaPemilik(ValueError):
	"""There is nobody who could answer."""


def ask_semua(alamat: Collection[str]) -> Iterator[tuple[str, KeadaanTautan]]:
	"""(address, what is behind it) of at most ``SEKALIGUS`` addresses, in about ``DETIK_MAKS`` seconds."""
	jawaban = dict.fromkeys(alamat, KeadaanTautan.TIDAK_MENJAWAB)
	# Daemons: a thread of an executor would keep the worker from ending as long as its server trickles.
	utas = [Thread(target=_note, args=(jawaban, tautan), daemon=True) for tautan in jawaban]
	sampai = monotonic() + DETIK_MAKS
	for penanya in utas:
		penanya.start()
	for penanya in utas:
		penanya.join(max(sampai - monotonic(), 0))
	yield from dict(jawaban).items()


def _note(jawaban: dict[str, KeadaanTautan], tautan: str) -> None:
	jawaban[tautan] = ask(tautan)


def ask(tautan: str) -> KeadaanTautan:
	try:
		return rate_tautan(*_follow(tautan))
	except (AlamatDalam, InvalidIPAddress):
		return KeadaanTautan.ALAMAT_DALAM
	except (RequestException, ValueError, OSError):
		return KeadaanTautan.TIDAK_MENJAWAB


def _follow(tautan: str) -> tuple[int, str]:
	"""(status, address) of the answer that leads no further. Too many of them: the last one that does."""
	with Manager(BATAS).get_session() as sesi:
		sesi.trust_env = False
		for _ke in range(PENGALIHAN_MAKS + 1):
			check_alamat(tautan)
			with sesi.get(tautan, stream=True) as jawaban:
				status, tujuan = jawaban.status_code, jawaban.headers.get("Location")
			if not (jawaban.is_redirect and tujuan):
				break
			sesi.cookies.clear()
			tautan = urljoin(tautan, tujuan)
	return status, tautan


def check_alamat(tautan: str) -> None:
	bagian = urlsplit(tautan)
	if bagian.scheme not in ("http", "https") or not bagian.hostname or bagian.username or bagian.password:
		raise AlamatDalam
	if bagian.port not in PINTU_JARINGAN:
		raise AlamatDalam
	if bagian.hostname.rstrip(".").rpartition(".")[2] in TANPA_PEMILIK:
		raise TanpaPemilik
