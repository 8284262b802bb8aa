"""Goes through the plans in chunks (services/borongan); what a chunk makes is committed with its counts, or not at all.

What EvaluasiKinerja.validate and Frappe do for one document is done here for many, or is not needed:

- name, parties, days, rows, result of the unit, proposal: the same functions (services/penilaian/evaluasi.py), the first
  state by the active workflow, defaults and casts of empty fields from Frappe's own new document (bersama.sisip.BarisBaku);
- check_skp and check_waktu: ``calon`` finds no others, and names whose days are evaluated already;
- check_isian: nothing is taken from a client;
- may he make it: HR of the agency prepares them (api.penilaian.penyiapan), never her own;
- left out: a Version (none is kept of a new document), a Workflow Action (Frappe makes it when the draft is first saved),
  notifications of HR's own for new evaluations, webhooks and hooks of other apps.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.services.bersama.sisip import insert_banyak
from kinerja_asn.services.borongan import pelaksanaan as borongan
from kinerja_asn.services.borongan.pelaksanaan import Temuan
from kinerja_asn.services.penilaian.kewenangan.pihak import record_banyak
from kinerja_asn.services.penilaian.penyiapan.bahan import Bacaan
from kinerja_asn.services.penilaian.penyiapan.calon import (
	Calon,
	describe_sebab,
	find_ada,
	find_halangan,
	get_calon,
)
from kinerja_asn.services.penilaian.penyiapan.giliran import DOCTYPE
from kinerja_asn.services.penilaian.penyiapan.isi import Siap, build, read_organisasi
from kinerja_asn.services.penilaian.penyiapan.konteks import DOCTYPE as EVALUASI
from kinerja_asn.services.penilaian.penyiapan.konteks import Konteks, read_konteks

BANYAK = 500  # evaluations of one chunk


@dataclass
class Hasil:
	"""What became of them so far."""

	dibuat: int = 0
	sudah_ada: int = 0
	temuan: Temuan = field(default_factory=Temuan)


def run(name: str) -> None:
	"""Carry out the Penyiapan Evaluasi ``name``, which has its turn. Raises what stopped it, after saying so."""
	borongan.run(DOCTYPE, name, _run)


def _run(penyiapan) -> None:
	konteks = read_konteks(penyiapan)
	calon, sebab = get_calon(konteks)
	_start(penyiapan, len(calon), describe_sebab(sebab))
	hasil = Hasil(penyiapan.jumlah_dibuat)
	potong = partial(_prepare, penyiapan, konteks, hasil)
	borongan.go_through(penyiapan, calon, BANYAK, potong, _("Menyiapkan evaluasi"))


def _prepare(penyiapan, konteks: Konteks, hasil: Hasil, calon: Sequence[Calon]) -> None:
	prepare_potongan(konteks, calon, hasil)
	_record(penyiapan, hasil)


def prepare_potongan(konteks: Konteks, calon: Sequence[Calon], hasil: Hasil) -> None:
	"""Make the evaluations of ``calon`` that there are not, and add to ``hasil`` what became of them."""
	ada = find_ada(konteks, calon)
	baru = [baris for baris in calon if baris.kunci not in ada]
	halangan = find_halangan(konteks, baru)
	hasil.sudah_ada += len(calon) - len(baru)
	hasil.temuan.baru = [(baris.pegawai, halangan[baris.kunci]) for baris in baru if baris.kunci in halangan]
	daftar = plan(konteks, [baris for baris in baru if baris.kunci not in halangan], hasil.temuan)
	borongan.write("penyiapan", daftar, partial(_insert, hasil), partial(_refuse, hasil))


def plan(konteks: Konteks, calon: Sequence[Calon], temuan: Temuan) -> list[Siap]:
	"""Nothing is written. What cannot be worked out of one plan is found, and does not keep the others waiting."""
	per_masa = defaultdict(list)
	for baris in calon:
		per_masa[baris.masa].append(baris)
	siap = []
	for masa, sejalan in per_masa.items():
		bacaan = Bacaan(konteks, masa, sejalan)
		organisasi = read_organisasi(konteks, bacaan.skp.values(), bacaan.kewenangan.values(), masa.akhir)
		for baris in sejalan:
			try:
				siap.append(build(konteks, bacaan.collect(baris), organisasi))
			except (ValueError, ArithmeticError, KeyError) as salah:  # what a plan's own figures raise
				_note(temuan, baris, salah)
	return siap


def _note(temuan: Temuan, calon: Calon, salah: Exception) -> None:
	frappe.log_error(title=_("Penyiapan evaluasi: SKP {0}").format(calon.skp))
	kalimat = _(
		"Isi SKP {0} tidak dapat dihitung: {1} Perbaiki indikator dan targetnya melalui Perubahan SKP."
	)
	temuan.baru.append((calon.pegawai, kalimat.format(calon.skp, escape_html(str(salah)[:200]))))


# --- writing


def _insert(hasil: Hasil, daftar: list[Siap]) -> None:
	insert_banyak(EVALUASI, [siap.evaluasi for siap in daftar])
	for doctype in daftar[0].baris:
		insert_banyak(doctype, [row for siap in daftar for row in siap.baris[doctype]])
	record_banyak([siap.catatan for siap in daftar if not siap.biasa])
	hasil.dibuat += len(daftar)


def _refuse(hasil: Hasil, siap: Siap, salah: Exception) -> None:
	if _is_ada(siap):
		hasil.sudah_ada += 1  # its Penilai has made it in this moment
		return
	frappe.log_error(title=_("Penyiapan evaluasi: SKP {0}").format(siap.calon.skp))
	hasil.temuan.baru.append(
		(siap.calon.pegawai, _("Basis data menolak evaluasi ini: {0}").format(escape_html(str(salah)[:200])))
	)


def _is_ada(siap: Siap) -> bool:
	"""A locking read: a plain one would not see in MariaDB what was made since the transaction began."""
	return bool(frappe.db.get_value(EVALUASI, siap.evaluasi["name"], "name", for_update=True))


# --- counts


def _start(penyiapan, jumlah: int, tidak_ikut: str) -> None:
	borongan.clear_galat(penyiapan)
	frappe.db.set_value(
		DOCTYPE,
		penyiapan.name,
		{"jumlah_calon": jumlah, "tidak_ikut": tidak_ikut, "jumlah_sudah_ada": 0, "jumlah_galat": 0},
	)


def _record(penyiapan, hasil: Hasil) -> None:
	"""What an interrupted run had made of this preparation counts as made, not as there already."""
	borongan.record_galat(penyiapan, hasil.temuan)
	frappe.db.set_value(
		DOCTYPE,
		penyiapan.name,
		{
			"jumlah_dibuat": hasil.dibuat,
			"jumlah_sudah_ada": max(hasil.sudah_ada - penyiapan.jumlah_dibuat, 0),
			"jumlah_galat": hasil.temuan.jumlah,
		},
	)
