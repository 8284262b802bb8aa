"""What an answer says about a link given as evidence: it must open for whoever verifies it (p. 68)."""

from urllib.parse import urlsplit

from kinerja_asn.constants.istilah import KeadaanTautan

# Where the services that agencies keep their files with send whoever may not read: the answer itself is "200, please sign in".
HALAMAN_MASUK = frozenset(
	{
		"accounts.google.com",
		"login.microsoftonline.com",
		"login.live.com",
		"login.yahoo.com",
		"idmsa.apple.com",
	}
)
_RUAS_MASUK = frozenset({"login", "signin", "sign-in", "masuk", "servicelogin", "log-in"})
_TERTUTUP = frozenset({401, 402, 403, 407, 451})
_TIADA = frozenset({404, 410})


def rate_tautan(status: int, akhir: str) -> KeadaanTautan:
	"""``status`` of the last answer, of the address ``akhir`` to which the link led.

	An answer that is neither a yes nor a no (too many requests, a fault over there) says nothing about the evidence.
	"""
	if status in _TIADA:
		return KeadaanTautan.TIDAK_ADA
	if status in _TERTUTUP or (status < 400 and is_halaman_masuk(akhir)):
		return KeadaanTautan.MEMINTA_MASUK
	return KeadaanTautan.TERBUKA if status < 300 else KeadaanTautan.TIDAK_MENJAWAB


def is_halaman_masuk(alamat: str) -> bool:
	bagian = urlsplit(alamat)
	ruas = {ruas.rpartition(".")[0] or ruas for ruas in bagian.path.lower().split("/")}
	return bagian.hostname in HALAMAN_MASUK or bool(ruas & _RUAS_MASUK)
