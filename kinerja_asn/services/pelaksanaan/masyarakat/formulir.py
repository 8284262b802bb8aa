"""What the server puts into the form that a citizen opens, signed: for which service, when, and the key that counts once.

It says nothing about who opened it, and is stored nowhere before it is sent.
"""

import hmac
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qs

from frappe.utils import get_datetime
from frappe.utils.verified_command import get_signed_params

from kinerja_asn.services.bersama.waktu import get_now

TERCEPAT = 3  # seconds: nobody has read the page by then
TERLAMA = 24 * 60 * 60
_PERIHAL = "umpan-balik-masyarakat"  # the site signs other things with the same secret


@dataclass(frozen=True)
class Formulir:
	kunci: str
	umur: int  # seconds since it was opened

	@property
	def terlalu_cepat(self) -> bool:
		return self.umur < TERCEPAT


def sign_formulir(layanan: str) -> str:
	"""The hidden field of a form that is being opened now."""
	isi = {
		"perihal": _PERIHAL,
		"layanan": layanan,
		"kunci": secrets.token_urlsafe(16),
		"dibuka": _get_detik(),
	}
	return get_signed_params(isi)


def read_formulir(teks: str, layanan: str) -> Formulir | None:
	"""None: made up, changed, of another service, or open since yesterday."""
	isi = teks.partition("&_signature=")[0]
	if not hmac.compare_digest(get_signed_params(isi).encode(), teks.encode()):
		return None
	medan = {nama: nilai[0] for nama, nilai in parse_qs(isi).items()}
	if (medan.get("perihal"), medan.get("layanan")) != (_PERIHAL, layanan):
		return None
	umur = _get_detik() - int(medan["dibuka"])
	return Formulir(medan["kunci"], umur) if 0 <= umur <= TERLAMA else None


def _get_detik() -> int:
	return int(get_datetime(get_now()).timestamp())
