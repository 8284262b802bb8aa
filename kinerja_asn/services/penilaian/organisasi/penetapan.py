"""Setting the result of a unit: by the leader above, never by whom it tells on; what it stood on is kept with it."""

from datetime import date

import frappe
from frappe import _
from frappe.utils import escape_html, getdate

from kinerja_asn.constants.istilah import DasarOrganisasi, JenisEvaluasi, StatusKinerjaUnit
from kinerja_asn.permissions.lingkup import get_pegawai
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.rules.organisasi import batas_predikat_tahunan
from kinerja_asn.services.bersama.isian import PANJANG_MAKS
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi, get_periode
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.orang.kewenangan.kedudukan import is_bebas
from kinerja_asn.services.orang.kewenangan.penjagaan import explain_unit_penentu, find_unit_penentu
from kinerja_asn.services.orang.pihak import get_banyak_data
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.penilaian.organisasi.capaian import get_capaian
from kinerja_asn.services.penilaian.organisasi.pimpinan import get_kepemimpinan

DOCTYPE = "Kinerja Unit"
# What only who sets the result writes; HR gathers the recommendations.
PENETAPAN = ("predikat_organisasi", "jenis_dasar", "dasar", "ekspektasi_pimpinan", "indeks_rb")
REKOMENDASI = ("rekomendasi_perencanaan", "rekomendasi_kepegawaian", "rekomendasi_pengawasan")
PIHAK = (
	*("pimpinan", "nama_pimpinan", "jabatan_pimpinan", "pimpinan_user"),
	*("penetap", "nama_penetap", "nip_penetap", "jabatan_penetap", "penetap_user"),
)


# --- whose it is


def get_pihak_unit(periode: str, unit: str) -> dict:
	"""The head of the unit and who sets its result, with what documents keep of them."""
	milik = get_kepemimpinan(periode, unit)
	data = get_banyak_data([milik.pimpinan, milik.penetap])
	pimpinan, penetap = (data.get(nama) or frappe._dict() for nama in (milik.pimpinan, milik.penetap))
	return {
		"pimpinan": milik.pimpinan,
		"nama_pimpinan": pimpinan.employee_name,
		"jabatan_pimpinan": pimpinan.designation,
		"pimpinan_user": pimpinan.user_id,
		"penetap": milik.penetap,
		"nama_penetap": penetap.employee_name,
		"nip_penetap": penetap.nip or penetap.nrp,
		"jabatan_penetap": penetap.designation,
		"penetap_user": penetap.user_id,
	}


def follow_pihak(name: str | None) -> None:
	"""Before something is written in a record whose result is not set: who sets it may be another by now."""
	row = name and frappe.db.get_value(
		DOCTYPE, name, ["periode", "unit_kerja", "status", *PIHAK], as_dict=True
	)
	if not row or row.status == StatusKinerjaUnit.DITETAPKAN:
		return
	beda = {
		kolom: nilai
		for kolom, nilai in get_pihak_unit(row.periode, row.unit_kerja).items()
		if (nilai or None) != (row[kolom] or None)
	}
	if beda:
		frappe.db.set_value(DOCTYPE, name, beda, update_modified=False)


def find_halangan_penetapan(
	unit: str, periode: str, penetap_user: str | None, pimpinan: str | None, user: str
) -> str | None:
	"""Why ``user`` does not set the result of ``unit``; None if he does."""
	if is_bebas(user):
		return None
	if unit in find_unit_penentu(user, periode) or pimpinan in get_pegawai(user):
		return explain_unit_penentu()
	return None if penetap_user == user else explain_penetap(unit)


def explain_penetap(unit: str) -> str:
	return _(
		"Predikat kinerja organisasi {0} ditetapkan pimpinan unit di atasnya. Pengelola kinerja mengisi rekomendasi, dan dapat "
		"memintanya melalui laporan Kinerja Unit Belum Ditetapkan."
	).format(escape_html(get_nama_unit(unit)))


# --- saving


def check_isian(doc, lama) -> None:
	"""validate of Kinerja Unit, its parties being filled in. ``lama``: the stored record, or nothing."""
	if not any((doc.get(kolom) or "") != (lama.get(kolom) or "") for kolom in PENETAPAN):
		return
	check_bertugas()
	kini = get_pihak_unit(doc.periode, doc.unit_kerja)  # the record may name who led then
	pihak = (kini["penetap_user"], kini["pimpinan"])
	if halangan := find_halangan_penetapan(doc.unit_kerja, doc.periode, *pihak, frappe.session.user):
		frappe.throw(halangan, frappe.PermissionError)
	_check_lengkap(doc)
	if doc.predikat_organisasi != lama.get("predikat_organisasi"):
		_check_tetap(doc, lama)
		_record(doc)


def check_penghapusan(doc) -> None:
	"""on_trash: what was set stays; its trace would else be all that is left of it."""
	if doc.status == StatusKinerjaUnit.DITETAPKAN and not is_bebas(frappe.session.user):
		frappe.throw(
			_("Predikat yang sudah ditetapkan tidak dihapus. {0}").format(explain_penetap(doc.unit_kerja)),
			frappe.PermissionError,
		)


def _check_tetap(doc, lama) -> None:
	"""An annual result that was issued in January stands: changed later, it would count as issued too late (p. 94 huruf f)."""
	if doc.jenis != JenisEvaluasi.TAHUNAN or not lama.get("ditetapkan_pada") or is_bebas(frappe.session.user):
		return
	batas = batas_predikat_tahunan(get_periode(doc.periode).tahun)
	if getdate(lama.ditetapkan_pada) <= batas < get_today():
		frappe.throw(
			_(
				"Predikat tahunan ini sudah dikeluarkan dalam Januari, dan evaluasi pegawai mendasarkan diri padanya. Bila keliru, "
				"minta administrator situs memperbaikinya."
			)
		)


def _check_lengkap(doc) -> None:
	unit = doc.unit_kerja
	if not doc.predikat_organisasi:
		refuse_isian(f"predikat:{unit}", _("Pilih capaian kinerja organisasi unit ini dari daftarnya."))
	if not (doc.dasar or "").strip():
		refuse_isian(f"dasar:{unit}", _("Isi dasar penetapannya, misalnya nomor dan tanggal keputusan."))
	if not doc.jenis_dasar:
		tahunan = doc.jenis == JenisEvaluasi.TAHUNAN
		doc.jenis_dasar = str(DasarOrganisasi.TAHUNAN if tahunan else DasarOrganisasi.TRAJECTORY)


def _record(doc) -> None:
	"""Who and when, and where the indikator stood."""
	doc.status = str(StatusKinerjaUnit.DITETAPKAN)
	doc.ditetapkan_pada, doc.ditetapkan_oleh = get_now(), frappe.session.user
	capaian = get_capaian(get_kepemimpinan(doc.periode, doc.unit_kerja), doc.periode, get_akhir(doc))
	doc.capaian = "\n".join([capaian.ringkasan, *map(str, capaian.baris)])[:PANJANG_MAKS]
	doc.usulan_predikat = capaian.usulan.predikat and str(capaian.usulan.predikat)
	doc.alasan_usulan = capaian.usulan.alasan


def get_akhir(doc) -> date:
	"""The last day of the period that the result is about."""
	daftar = get_masa_evaluasi(doc.periode, JenisEvaluasi(doc.jenis))
	return daftar[0].akhir if doc.jenis == JenisEvaluasi.TAHUNAN else find_masa(daftar, doc.masa_ke).akhir
