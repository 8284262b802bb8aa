"""One opening of a period at a time, and one that has died is seen and can be gone on with."""

from kinerja_asn.services.borongan import giliran
from kinerja_asn.services.perencanaan.pembukaan.hitungan import count_sumber

DOCTYPE = "Pembukaan Periode"
TUGAS = "kinerja_asn.services.perencanaan.pembukaan.latar.run"


def enqueue(pembukaan) -> None:
	"""Begin, or go on, in the background. The caller has checked that the session user may."""
	giliran.enqueue(pembukaan, TUGAS, take_giliran)


def take_giliran(pembukaan) -> None:
	"""Mark ``pembukaan`` as running; refuses while another one, or this one, is at work on the same period."""
	giliran.take_giliran(pembukaan, count_sumber({}))
