"""The page of corrective action: what is asked for, what is being done, and how the form becomes the documents."""

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.portal.dasar.halaman import get_dokumen
from kinerja_asn.portal.perencanaan.baris_skp import parse_tanggal
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.penolakan import note_medan
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.pelaksanaan.pemantauan.tindakan import DOCTYPE, find_diminta, get_tindakan


def may_tulis(skp) -> bool:
	terbuka = skp.tahap == Tahap.DITETAPKAN and get_periode(skp.periode).status == "Dibuka"
	return terbuka and skp.pegawai_user == frappe.session.user


def build_diminta(skp, form) -> list[frappe._dict]:
	"""What is asked for, with what was typed."""
	return [
		frappe._dict(
			row,
			tindakan=str(form.get(f"tindakan-{row.kunci}") or ""),
			tenggat=str(form.get(f"tenggat-{row.kunci}") or ""),
		)
		for row in find_diminta(skp)
	]


def build_tindakan(skp: str, form) -> list[frappe._dict]:
	rows = get_tindakan(skp)
	for row in rows:
		row.teks_tenggat = formatdate(row.tenggat, "d MMMM yyyy")
		row.isian = str(form.get(f"hasil-{row.name}") or "")
	return rows


def save(skp, form) -> int:
	"""Everything that was filled in, or nothing; how many that were."""
	isi = [(row, *_read_baru(row)) for row in build_diminta(skp, form) if row.tindakan.strip() or row.tenggat]
	jawaban = [row for row in build_tindakan(skp.name, form) if row.isian.strip() and not row.hasil]
	if masalah := [kalimat for _row, _tenggat, salah in isi for kalimat in salah]:
		frappe.throw(masalah, title=_("Isian belum benar"), as_list=True)
	if not (isi or jawaban):
		frappe.throw(
			_("Belum ada yang diisi. Tulis tindakan dan tanggalnya, atau hasil dari tindakan yang berjalan.")
		)
	for row, tenggat, _salah in isi:
		kunci = {"skp": skp.name, "indikator": row.kunci, "masa_ke": row.masa_ke}
		frappe.get_doc(doctype=DOCTYPE, tindakan=row.tindakan.strip(), tenggat=tenggat, **kunci).insert()
	for row in jawaban:
		_answer(row, form)
	return len(isi) + len(jawaban)


def _read_baru(row) -> tuple:
	"""The deadline that was typed, and what is wrong with the row."""
	salah, tenggat = [], None
	try:
		tenggat = parse_tanggal(row.tenggat.strip())
	except ValueError:
		kalimat = _('"{0}" bukan tanggal. Tulis seperti 31-12-2025.').format(row.tenggat.strip()[:20])
		salah.append(note_medan(f"tenggat-{row.kunci}", kalimat))
	if not (tenggat or salah):
		salah.append(
			note_medan(f"tenggat-{row.kunci}", _("Pilih tanggal paling lambat tindakan ini selesai."))
		)
	if not row.tindakan.strip():
		salah.append(note_medan(f"tindakan-{row.kunci}", _("Tulis tindakannya.")))
	return tenggat, salah


def _answer(row, form) -> None:
	doc = get_dokumen(DOCTYPE, row.name)
	check_belum_berubah(doc, str(form.get(f"versi-{row.name}") or ""))
	doc.hasil = row.isian
	doc.save()
