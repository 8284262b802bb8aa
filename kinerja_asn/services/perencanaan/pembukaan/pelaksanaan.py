"""Goes through the employees in chunks; what a chunk makes is committed with its counts, or not at all.

What SKP.validate and Frappe do for one document is done here for many, or is not needed:

- name, urutan, parties, days, form, first state: the same functions (skp.skp_baru, orang.pihak) and the
  active workflow; defaults and casts of empty fields from Frappe's own new document (bersama.sisip.BarisBaku);
- check_periode_dibuka: by ``take_giliran``; check_dinilai: ``calon.get_calon`` finds no others;
- check_ukuran: ``isi.find_salah_isi``. Copied rows, normalised when they were saved, come
  from an SKP that was set or an active template, with their numbers, their order, and at most as many;
- links to leaders: checked in ``tautan``; links to records of another year are not copied (skp.salinan);
- may he make it: HR of the agency opens it (api.pembukaan), and only employees of that agency are found;
- left out: a Version (none is kept of a new document), a Workflow Action (Frappe makes it when the draft is first
  saved), notifications of HR's own for new SKP, webhooks and hooks of other apps.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.services.bersama.sisip import insert_banyak
from kinerja_asn.services.borongan import pelaksanaan as borongan
from kinerja_asn.services.borongan.pelaksanaan import Temuan
from kinerja_asn.services.perencanaan.pembukaan.calon import count_dikecualikan, get_calon, get_tidak_ikut
from kinerja_asn.services.perencanaan.pembukaan.giliran import DOCTYPE
from kinerja_asn.services.perencanaan.pembukaan.hitungan import (
	KOLOM_SUMBER,
	count_sumber,
	describe_tidak_ikut,
)
from kinerja_asn.services.perencanaan.pembukaan.isi import Draf
from kinerja_asn.services.perencanaan.pembukaan.konteks import Konteks, read_konteks
from kinerja_asn.services.perencanaan.pembukaan.rancangan import plan_potongan
from kinerja_asn.services.perencanaan.pembukaan.tautan import link_draf
from kinerja_asn.services.perencanaan.skp.draf import follow_draf

BANYAK = 500  # employees of one chunk


@dataclass
class Hasil:
	"""What became of the employees so far: ``sumber`` counts the drafts made by what they begin with."""

	sumber: Counter = field(default_factory=Counter)
	sudah_ada: int = 0
	temuan: Temuan = field(default_factory=Temuan)


def run(name: str) -> None:
	"""Carry out the Pembukaan Periode ``name``, which has its turn. Raises what stopped it, after saying so."""
	borongan.run(DOCTYPE, name, _run)


def _run(pembukaan) -> None:
	konteks = read_konteks(pembukaan)
	calon = get_calon(konteks)
	_start(pembukaan, konteks, len(calon))
	hasil = Hasil(Counter({asal: pembukaan.get(kolom) for asal, kolom in KOLOM_SUMBER.items()}))
	potong = partial(_open, pembukaan, konteks, hasil)
	borongan.go_through(pembukaan, calon, BANYAK, potong, _("Membuka SKP"))


def _open(pembukaan, konteks: Konteks, hasil: Hasil, pegawai: Iterable[str]) -> None:
	open_potongan(konteks, pegawai, hasil)
	_record(pembukaan, hasil)


def open_potongan(konteks: Konteks, pegawai: Iterable[str], hasil: Hasil) -> None:
	"""Make the drafts of ``pegawai`` who have none, and add to ``hasil`` what became of them."""
	rancangan = plan_potongan(konteks, pegawai, terkini=True)
	hasil.sudah_ada += len(rancangan.sudah_ada)
	follow_draf(rancangan.sudah_ada)
	hasil.temuan.baru = rancangan.galat
	borongan.write("pembukaan", rancangan.draf, partial(_insert, konteks, hasil), partial(_refuse, hasil))


# --- writing


def _insert(konteks: Konteks, hasil: Hasil, daftar: list[Draf]) -> None:
	link_draf(konteks, daftar)
	insert_banyak("SKP", [draf.skp for draf in daftar])
	for doctype in daftar[0].baris:
		insert_banyak(doctype, [row for draf in daftar for row in draf.baris[doctype]])
	hasil.sumber.update(draf.sumber for draf in daftar)


def _refuse(hasil: Hasil, draf: Draf, salah: Exception) -> None:
	if _has_skp(draf.skp):
		hasil.sudah_ada += 1  # he has begun one himself in this moment
		return
	frappe.log_error(title=_("Pembukaan periode: SKP {0}").format(draf.pegawai))
	hasil.temuan.baru.append(
		(draf.pegawai, _("Basis data menolak SKP ini: {0}").format(escape_html(str(salah)[:200])))
	)


def _has_skp(skp: dict) -> bool:
	"""A locking read: a plain one would not see in MariaDB what was made since the transaction began."""
	return bool(frappe.db.get_value("SKP", skp["name"], "name", for_update=True))


# --- counts


def _start(pembukaan, konteks: Konteks, jumlah: int) -> None:
	borongan.clear_galat(pembukaan)
	frappe.db.set_value(
		DOCTYPE,
		pembukaan.name,
		{
			"jumlah_calon": jumlah,
			"jumlah_dikecualikan": count_dikecualikan(konteks),
			"tidak_ikut": describe_tidak_ikut(get_tidak_ikut(konteks)),
			"jumlah_sudah_ada": 0,
			"jumlah_galat": 0,
		},
	)


def _record(pembukaan, hasil: Hasil) -> None:
	"""What an interrupted run had made of this opening counts as made, not as there already."""
	borongan.record_galat(pembukaan, hasil.temuan)
	frappe.db.set_value(
		DOCTYPE,
		pembukaan.name,
		{
			**count_sumber(hasil.sumber),
			"jumlah_sudah_ada": max(hasil.sudah_ada - pembukaan.jumlah_dibuat, 0),
			"jumlah_galat": hasil.temuan.jumlah,
		},
	)
