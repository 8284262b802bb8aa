"""Rencana aksi of a plan (p. 67): its steps by hasil kerja, asked for by the Penilai, agreed on, carried on by a successor.

Readers of a report or an evaluation see its steps there (form B.1.2, p. 68): the caller has checked that they may.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import StatusRencanaAksi, Tahap
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.rules.rencana_aksi import fit_rentang, format_rentang, is_berjalan
from kinerja_asn.services.bersama.isian import find_salah_teks
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.periode import check_periode_dibuka
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.pelaksanaan.kabar_rencana_aksi import tell_permintaan
from kinerja_asn.services.pelaksanaan.lintasan import describe_target

DOCTYPE, LANGKAH = "Rencana Aksi", "Rencana Aksi Langkah"


@dataclass(frozen=True)
class Langkah:
	"""One step; ``nomor`` counts within its hasil kerja, as form B.1.1 does."""

	nomor: int
	langkah: str
	bulan_mulai: str
	bulan_selesai: str
	target: str = ""

	def __str__(self) -> str:
		kalimat = f"{self.langkah} ({format_rentang(self.bulan_mulai, self.bulan_selesai)})"
		return f"{kalimat}; {self.target}" if self.target else kalimat


# --- reading


def get_langkah(skp: str) -> dict[str, list[Langkah]]:
	"""kunci of the hasil kerja -> its steps."""
	per_hasil: dict[str, list[Langkah]] = defaultdict(list)
	rows = _get_baris(skp)
	target = describe_target(skp, rows)
	for row in rows:
		daftar, isi = per_hasil[row.hasil_kerja], (row.langkah, row.bulan_mulai, row.bulan_selesai)
		daftar.append(Langkah(len(daftar) + 1, *isi, target.get(row.name, "")))
	return dict(per_hasil)


def get_langkah_masa(skp: str, awal: date | str, akhir: date | str) -> dict[str, list[Langkah]]:
	"""Those that take place in a reporting period, with the numbers that they have in form B.1.1."""
	masa = getdate(awal), getdate(akhir)
	return {
		kunci: [
			langkah for langkah in daftar if is_berjalan(langkah.bulan_mulai, langkah.bulan_selesai, *masa)
		]
		for kunci, daftar in get_langkah(skp).items()
	}


def _get_baris(skp: str) -> list[frappe._dict]:
	kolom = ["name", "hasil_kerja", "langkah", "bulan_mulai", "bulan_selesai", "rencana_hasil_kerja"]
	kolom += ["indikator", "target_bulanan"]
	return frappe.get_all(LANGKAH, get_saring_anak(DOCTYPE, skp), kolom, order_by="idx")


# --- what the Penilai does


def may_ask(skp) -> bool:
	"""``skp``: an SKP, or what names its parties. Only the Penilai asks for one, and of nobody but others."""
	user = frappe.session.user
	return skp.penilai_user == user and skp.pegawai_user != user and skp.tahap != Tahap.DITUTUP


def ask(skp, permintaan: str | None) -> None:
	"""The Penilai asks for steps, or for better ones. He has no right to write; this and ``agree`` are all he may do.

	What the employee is just typing stays his: ``modified`` does not change.
	"""
	check_bertugas()
	if not may_ask(skp):
		frappe.throw(
			_("Rencana aksi diminta oleh Pejabat Penilai pegawai itu, selama SKP-nya belum ditutup."),
			frappe.PermissionError,
		)
	check_periode_dibuka(skp.periode)
	permintaan = _read_permintaan(permintaan, frappe.db.get_value(DOCTYPE, skp.name, "status"))
	doc = _open(skp)
	doc.db_set(
		{
			"diminta": 1,
			"permintaan": permintaan or None,
			"diminta_pada": get_now(),
			"diminta_oleh": frappe.session.user,
			"status": _get_status_terbuka(doc),
		},
		update_modified=False,
	)
	add_jejak([(DOCTYPE, doc.name, _("Diminta Pejabat Penilai. {0}").format(permintaan).strip())])
	tell_permintaan(doc)


def _open(skp):
	"""The one there is, as it is now and not when the page was read; else a new one, empty."""
	if frappe.db.exists(DOCTYPE, skp.name):
		return frappe.get_doc(DOCTYPE, skp.name, for_update=True)
	return frappe.get_doc(doctype=DOCTYPE, skp=skp.name).insert()


def _read_permintaan(teks: str | None, status: str | None) -> str:
	permintaan = (teks or "").strip()
	if not permintaan and status == StatusRencanaAksi.MENUNGGU:
		refuse_isian("permintaan", _("Tulis apa yang perlu diperbaiki, agar pegawai mengetahuinya."))
	if salah := find_salah_teks(permintaan):
		refuse_isian("permintaan", _("Permintaan: {0}").format(salah))
	return permintaan


def _get_status_terbuka(doc) -> str:
	"""What waited for agreement is the employee's again; what was agreed on stays so."""
	if doc.status != StatusRencanaAksi.MENUNGGU:
		return doc.status
	sudah = StatusRencanaAksi.BERUBAH if doc.disepakati_pada else StatusRencanaAksi.DISUSUN
	return str(sudah)


def agree(doc, modified: str) -> bool:
	"""The Penilai's agreement with the version he saw; given before (a double click) it changes nothing: False."""
	if doc.status == StatusRencanaAksi.DISEPAKATI and doc.disepakati_oleh == frappe.session.user:
		return False
	check_belum_berubah(doc, modified)
	doc.status, doc.flags.sudah_dibaca = str(StatusRencanaAksi.DISEPAKATI), True
	try:
		doc.save()
	finally:
		doc.flags.sudah_dibaca = False
	return True


# --- the life of its SKP


def end_menunggu(skp: str) -> None:
	"""The SKP was closed: nothing waits for the Penilai any more."""
	if frappe.db.get_value(DOCTYPE, skp, "status") == StatusRencanaAksi.MENUNGGU:
		doc = frappe.get_doc(DOCTYPE, skp)
		doc.db_set("status", _get_status_terbuka(doc), update_modified=False)


def carry_on(lama: str, baru, kunci: Mapping[str, str]) -> None:
	"""The SKP ``baru`` follows ``lama``: steps that are not over go along, under the keys that its rows have there.

	They are to be agreed on anew, with whoever leads now. Nobody has the right to write another's steps: they are written
	to the database as they are, by this function alone.
	"""
	masa = getdate(baru.awal), getdate(baru.akhir)
	rows = [_carry_baris(row, kunci, *masa) for row in _get_baris(lama) if row.hasil_kerja in kunci]
	if rows := [row for row in rows if row]:
		_insert(baru, rows)


def _carry_baris(row, kunci: Mapping[str, str], awal: date, akhir: date) -> dict | None:
	rentang = fit_rentang(row.bulan_mulai, row.bulan_selesai, awal, akhir)
	if not rentang:
		return None
	mulai, selesai = map(str, rentang)
	isi = {kolom: row[kolom] for kolom in ("langkah", "rencana_hasil_kerja")}
	return {**isi, "hasil_kerja": kunci[row.hasil_kerja], "bulan_mulai": mulai, "bulan_selesai": selesai}


def _insert(skp, rows: list[dict]) -> None:
	pihak = {kolom: skp.get(kolom) for kolom in (*KOLOM_PIHAK, "periode")}
	insert_banyak(DOCTYPE, [BarisBaku(DOCTYPE).build(pihak, {"name": skp.name, "skp": skp.name})])
	baku = BarisBaku(LANGKAH)
	induk = {**get_saring_anak(DOCTYPE, skp.name), "parentfield": "baris"}
	insert_banyak(
		LANGKAH,
		[
			baku.build(induk, row, {"name": frappe.generate_hash(length=10), "idx": idx})
			for idx, row in enumerate(rows, 1)
		],
	)
