"""How many answers a service takes in a while: from one address, and from all of them together.

Of the address nothing is kept but its hash, in the cache, for minutes, under a salt that is forgotten after a day; nothing
of it is ever stored. A caller may choose what he says his address is (X-Forwarded-For, where no proxy sets it): the
second limit does not ask. Generous, because a counter's tablet, or a whole village behind one mast, has one address.
"""

import secrets
import time
from dataclasses import dataclass
from hashlib import sha256

import frappe

from kinerja_asn.services.bersama.waktu import get_today

SEHARI = 24 * 60 * 60


@dataclass(frozen=True)
class Batas:
	banyak: int
	detik: int


PER_ALAMAT = Batas(30, 10 * 60)
PER_LAYANAN = Batas(600, 60 * 60)


def take_giliran(token: str) -> int:
	"""0 for an answer that may come in; else the minutes after which the next one may."""
	for batas, nama in ((PER_ALAMAT, f"{token}:{_hide_alamat()}"), (PER_LAYANAN, token)):
		ke, sisa = _count(batas, nama)
		if ke > batas.banyak:
			return max(-(-sisa // 60), 1)
	return 0


def _count(batas: Batas, nama: str) -> tuple[int, int]:
	"""Which answer of the window that runs this is, and the seconds that it still runs."""
	jendela, lewat = divmod(int(time.time()), batas.detik)
	kunci = _make_kunci(f"{nama}:{jendela}")
	jalur = frappe.cache.pipeline()
	jalur.incrby(kunci, 1)
	jalur.expire(kunci, batas.detik)
	return jalur.execute()[0], batas.detik - lewat


def _hide_alamat() -> str:
	garam = _make_kunci(f"garam:{get_today()}")
	frappe.cache.set(garam, secrets.token_hex(16), ex=SEHARI, nx=True)
	alamat = str(frappe.local.request_ip or "")
	return sha256(frappe.cache.get(garam) + alamat.encode()).hexdigest()[:32]


def _make_kunci(nama: str):
	return frappe.cache.make_key(f"kinerja_asn.layanan:{nama}")
