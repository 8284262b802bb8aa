"""What the pages of a change do: start one, read its form, bring rows back, say what it is compared with."""

from collections.abc import Mapping

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import AlasanPerubahan, Tahap
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.portal.dasar.pimpinan import get_terbuka
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP
from kinerja_asn.portal.perencanaan.baris_skp import parse_tanggal
from kinerja_asn.portal.perencanaan.skp import fill_isian
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.perencanaan.skp.perubahan import DOCTYPE, find_terhapus, restore_baris
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target
from kinerja_asn.services.perencanaan.skp.versi import get_versi, read_versi

# --- the SKP: its versions and its changes


def build_versi(skp) -> list[frappe._dict]:
	"""Versions of ``skp``, oldest first, as the page lists them."""
	daftar = get_versi(skp)
	for versi in daftar:
		versi.masa = _describe_masa(versi)
		versi.sedang = versi.berlaku_mulai <= get_today() <= versi.berlaku_sampai
		versi.keadaan = _describe_keadaan(versi)
		versi.label = _("Versi {0}: {1}").format(versi.nomor, versi.masa)
	return daftar


def _describe_keadaan(versi) -> str:
	"""A change that was set may take force on a later day: until then the version before it holds."""
	if versi.sedang:
		return _("Sedang berlaku")
	return _("Akan berlaku") if versi.berlaku_mulai > get_today() else ""


def _describe_masa(versi) -> str:
	mulai, sampai = (formatdate(versi[kolom], "d MMM yyyy") for kolom in ("berlaku_mulai", "berlaku_sampai"))
	if versi.berlaku_sampai < versi.berlaku_mulai:
		return _("diganti pada hari berlakunya, {0}").format(mulai)
	return f"{mulai} – {sampai}"


def choose_versi(skp, a: str | None, b: str | None) -> tuple | None:
	"""The two versions that were asked for, older first; None unless both exist and differ."""
	nomor = sorted({int(teks) for teks in (a, b) if (teks or "").isdecimal()})
	rencana = [read_versi(skp, versi) for versi in nomor]
	return tuple(rencana) if len(rencana) == 2 and all(rencana) else None


def get_daftar_perubahan(skp: str) -> list:
	rows = frappe.get_list(
		DOCTYPE,
		filters={"skp": skp},
		fields=["name", "nomor", "alasan", "tahap", "workflow_state", "berlaku_mulai"],
		order_by="nomor desc",
	)
	for row in rows:
		row.alamat = get_alamat("perubahan", name=row.name)
		row.kelas = KELAS_TAHAP[Tahap(row.tahap)]
		row.terbuka = row.tahap not in DISEPAKATI
	return rows


def may_mulai(skp, daftar: list) -> bool:
	"""The employee and his Penilai start a change, one at a time."""
	pihak = frappe.session.user in (skp.pegawai_user, skp.penilai_user)
	return pihak and skp.tahap == Tahap.DITETAPKAN and not any(row.terbuka for row in daftar)


def start(skp, form: Mapping) -> str:
	"""A new change; the one that is under way already (a double click) is opened instead."""
	for row in get_daftar_perubahan(skp.name):
		if row.terbuka:
			return row.name
	return frappe.get_doc(doctype=DOCTYPE, skp=skp.name, **read_kepala(form)).insert().name


# --- the form


def read_kepala(form: Mapping) -> dict:
	alasan = form.get("alasan") or ""
	if alasan not in list(AlasanPerubahan):
		refuse_isian("alasan", _("Pilih alasan perubahan dari daftarnya."))
	teks = (form.get("berlaku_mulai") or "").strip()
	try:
		mulai = parse_tanggal(teks)
	except ValueError:
		refuse_isian(
			"berlaku_mulai",
			_('Berlaku mulai: "{0}" bukan tanggal. Tulis seperti 31-12-2025.').format(teks[:20]),
		)
	return {
		"alasan": alasan,
		"uraian_alasan": (form.get("uraian_alasan") or "").strip(),
		"berlaku_mulai": mulai,
	}


def build_kepala(doc, form: Mapping | None = None) -> frappe._dict:
	"""The first fields of the form: as typed, else as stored."""
	kolom = ("alasan", "uraian_alasan", "berlaku_mulai")
	sumber = form if form is not None else doc
	return frappe._dict({nama: str(sumber.get(nama) or "") for nama in kolom})


def get_pilihan_alasan() -> list[str]:
	return [str(alasan) for alasan in AlasanPerubahan]


def may_isi(doc) -> bool:
	return "hasil_kerja" in get_terbuka(doc)


def save(doc, isian, form: Mapping) -> None:
	fill(doc, isian, form)
	doc.save()


def fill(doc, isian, form: Mapping) -> None:
	check_belum_berubah(doc, form.get("modified") or "")
	doc.update(read_kepala(form))
	fill_isian(doc, isian, form.get("modified"))


def restore(doc, isian, form: Mapping, kunci: str) -> None:
	"""What was typed is saved first, then the row comes back from the SKP."""
	save(doc, isian, form)
	restore_baris(doc, frappe.get_doc("SKP", doc.skp), kunci)
	doc.save()


def build_terhapus(doc, skp) -> list[frappe._dict]:
	"""Rows of the SKP that the change leaves out, in words."""
	return [frappe._dict(kunci=row.kunci, teks=_describe_baris(row)) for row in find_terhapus(doc, skp)]


def _describe_baris(row) -> str:
	if row.doctype == "SKP Hasil Kerja":
		return row.rencana_hasil_kerja
	return f"{row.indikator} ({get_teks_target(row)})"


def get_semula(doc, skp):
	"""What the change is compared with: the version from which it started."""
	return read_versi(skp, doc.versi_dasar) or skp
