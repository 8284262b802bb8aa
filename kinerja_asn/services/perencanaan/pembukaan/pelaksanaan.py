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

import frappe
from frappe import _
from frappe.utils import create_batch, escape_html

from kinerja_asn.constants.istilah import StatusPembukaan
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.perencanaan.pembukaan.calon import count_dikecualikan, get_calon, get_tidak_ikut
from kinerja_asn.services.perencanaan.pembukaan.giliran import DOCTYPE, stop
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
GALAT = "Pembukaan Periode Galat"
GALAT_MAKS = 500  # rows that are kept; all are counted


@dataclass
class Hasil:
	"""What became of the employees so far: ``sumber`` counts the drafts made by what they begin with, ``galat`` holds
	(pegawai, what to mend) of the last chunk."""

	sumber: Counter = field(default_factory=Counter)
	sudah_ada: int = 0
	jumlah_galat: int = 0
	galat: list[tuple[str, str]] = field(default_factory=list)


def run(name: str) -> None:
	"""Carry out the Pembukaan Periode ``name``, which has its turn. Raises what stopped it, after saying so."""
	try:
		_run(frappe.get_doc(DOCTYPE, name))
	except Exception:
		frappe.db.rollback()
		stop(name)
		frappe.db.commit()
		raise


def _run(pembukaan) -> None:
	if pembukaan.status != StatusPembukaan.BERJALAN:
		return
	konteks = read_konteks(pembukaan)
	calon = get_calon(konteks)
	_start(pembukaan, konteks, len(calon))
	hasil = Hasil(Counter({asal: pembukaan.get(kolom) for asal, kolom in KOLOM_SUMBER.items()}))
	for ke, potongan in enumerate(create_batch(calon, BANYAK), 1):
		open_potongan(konteks, potongan, hasil)
		_record(pembukaan, hasil)
		frappe.db.commit()
		_report(pembukaan, min(ke * BANYAK, len(calon)), len(calon))
	_finish(pembukaan)


def open_potongan(konteks: Konteks, pegawai: Iterable[str], hasil: Hasil) -> None:
	"""Make the drafts of ``pegawai`` who have none, and add to ``hasil`` what became of them."""
	rancangan = plan_potongan(konteks, pegawai, terkini=True)
	hasil.sudah_ada += len(rancangan.sudah_ada)
	follow_draf(rancangan.sudah_ada)
	hasil.galat = rancangan.galat
	_write(konteks, rancangan.draf, hasil)


# --- writing


def _write(konteks: Konteks, daftar: list[Draf], hasil: Hasil) -> None:
	"""All of ``daftar`` in a few statements; when the database refuses, halve it until the one is found."""
	if not daftar:
		return
	frappe.db.savepoint("pembukaan")
	try:
		_insert(konteks, daftar)
	except (frappe.QueryDeadlockError, frappe.QueryTimeoutError):
		raise  # the transaction is gone: the run stops and is gone on with
	except Exception as salah:  # whatever a database driver raises
		frappe.db.rollback(save_point="pembukaan")
		_write_halves(konteks, daftar, hasil, salah)
	else:
		frappe.db.release_savepoint("pembukaan")
		hasil.sumber.update(draf.sumber for draf in daftar)


def _write_halves(konteks: Konteks, daftar: list[Draf], hasil: Hasil, salah: Exception) -> None:
	if len(daftar) > 1:
		tengah = len(daftar) // 2
		_write(konteks, daftar[:tengah], hasil)
		_write(konteks, daftar[tengah:], hasil)
	elif _has_skp(daftar[0].skp):
		hasil.sudah_ada += 1  # he has begun one himself in this moment
	else:
		frappe.log_error(title=_("Pembukaan periode: SKP {0}").format(daftar[0].pegawai))
		hasil.galat.append(
			(daftar[0].pegawai, _("Basis data menolak SKP ini: {0}").format(escape_html(str(salah)[:200])))
		)


def _has_skp(skp: dict) -> bool:
	"""A locking read: a plain one would not see in MariaDB what was made since the transaction began."""
	return bool(frappe.db.get_value("SKP", skp["name"], "name", for_update=True))


def _insert(konteks: Konteks, daftar: list[Draf]) -> None:
	link_draf(konteks, daftar)
	insert_banyak("SKP", [draf.skp for draf in daftar])
	for doctype in daftar[0].baris:
		insert_banyak(doctype, [row for draf in daftar for row in draf.baris[doctype]])


# --- counts and progress


def _start(pembukaan, konteks: Konteks, jumlah: int) -> None:
	frappe.db.delete(GALAT, {"parent": pembukaan.name})
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
	if hasil.galat:
		_insert_galat(pembukaan, hasil)
	frappe.db.set_value(
		DOCTYPE,
		pembukaan.name,
		{
			**count_sumber(hasil.sumber),
			"jumlah_sudah_ada": max(hasil.sudah_ada - pembukaan.jumlah_dibuat, 0),
			"jumlah_galat": hasil.jumlah_galat,
		},
	)


def _insert_galat(pembukaan, hasil: Hasil) -> None:
	sisa = max(GALAT_MAKS - hasil.jumlah_galat, 0)
	nama = _get_nama(pegawai for pegawai, _pesan in hasil.galat[:sisa])
	induk = {"parent": pembukaan.name, "parenttype": DOCTYPE, "parentfield": "galat"}
	baku = BarisBaku(GALAT)
	insert_banyak(
		GALAT,
		[
			baku.build(
				induk,
				{
					"name": frappe.generate_hash(length=10),
					"idx": idx,
					"pegawai": pegawai,
					"nama_pegawai": escape_html(nama.get(pegawai) or ""),
					"pesan": pesan,
				},
			)
			for idx, (pegawai, pesan) in enumerate(hasil.galat[:sisa], hasil.jumlah_galat + 1)
		],
	)
	hasil.jumlah_galat += len(hasil.galat)


def _get_nama(pegawai: Iterable[str]) -> dict[str, str]:
	rows = frappe.get_all("Employee", {"name": ("in", [*pegawai, ""])}, ["name", "employee_name"])
	return {row.name: row.employee_name for row in rows}


def _report(pembukaan, selesai: int, jumlah: int) -> None:
	frappe.publish_progress(
		selesai * 100 / jumlah,
		title=_("Membuka SKP"),
		doctype=DOCTYPE,
		docname=pembukaan.name,
		description=_("{0} dari {1} pegawai").format(selesai, jumlah),
	)


def _finish(pembukaan) -> None:
	nilai = {"status": str(StatusPembukaan.SELESAI), "selesai_pada": get_now()}
	frappe.db.set_value(DOCTYPE, pembukaan.name, nilai)
	frappe.db.commit()
