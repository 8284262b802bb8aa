"""What happens to a document that was handed over: received, signed or not, reported. Each act is taken once, by the
person named on it, on the day of the server; its content stays as it is."""

from collections.abc import Collection

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.dokumen_evaluasi import FormulirDokumen, PerihalRantai, TandaTanganPegawai
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.rules.dokumen_evaluasi import count_tenggat, get_jangka_kembali
from kinerja_asn.rules.keberatan import get_tenggat_pengajuan
from kinerja_asn.services.bersama.isian import read_alasan
from kinerja_asn.services.bersama.waktu import get_libur, get_now, get_today
from kinerja_asn.services.orang.pejabat import find_halangan
from kinerja_asn.services.penilaian.dokumen.penerbitan import DOCTYPE, get_berlaku
from kinerja_asn.services.penilaian.rantai.penulisan import add_mata


def receive_evaluasi(evaluasi) -> None:
	"""The employee has stated that he received it, by the step of the evaluation's workflow."""
	if berlaku := get_berlaku(evaluasi.name):
		receive(berlaku.name)


def receive(nama: str) -> bool:
	"""From now on his days run (p. 114 no. 6, 116 no. 10, 117 no. 2). A second time changes nothing: False."""
	dokumen = _lock(nama)
	_check_pegawai(dokumen)
	if dokumen.diterima_pada:
		return False
	_write(
		dokumen,
		PerihalRantai.DITERIMA,
		diterima_pada=get_now(),
		tenggat_kembali=_get_tenggat_kembali(dokumen),
		tenggat_keberatan=_get_tenggat_keberatan(dokumen),
	)
	return True


def _get_tenggat_kembali(dokumen) -> str | None:
	"""D.1.3, which all three sign, has no last day for it."""
	if dokumen.formulir == FormulirDokumen.KEBERATAN:
		return None
	jangka = get_jangka_kembali(dokumen.formulir == FormulirDokumen.ATASAN)
	return str(count_tenggat(get_today(), jangka, get_libur(dokumen.instansi)))


def _get_tenggat_keberatan(dokumen) -> str | None:
	if dokumen.alasan_final:
		return None
	return str(get_tenggat_pengajuan(get_today(), get_libur(dokumen.instansi)))


def sign(nama: str) -> bool:
	return _answer(nama, TandaTanganPegawai.DITANDATANGANI, None)


def decline(nama: str, alasan: str | None) -> bool:
	"""He does not sign. Neither his silence nor this changes the result, nor does it take his objection from him: the
	regulation makes neither hang on his signature, and the report has its own last day (p. 115 no. 7)."""
	teks = read_alasan(alasan, "alasan", _("Tulis alasan mengapa Anda tidak bersedia menandatangani."))
	return _answer(nama, TandaTanganPegawai.TIDAK_BERSEDIA, teks)


def _answer(nama: str, jawaban: TandaTanganPegawai, alasan: str | None) -> bool:
	dokumen = _lock(nama)
	_check_pegawai(dokumen)
	if not dokumen.diterima_pada:
		frappe.throw(_("Nyatakan dahulu bahwa Anda sudah menerima dan membaca dokumen ini."))
	if dokumen.tanda_tangan_pegawai != TandaTanganPegawai.MENUNGGU:
		if dokumen.tanda_tangan_pegawai == jawaban:
			return False
		frappe.throw(_("Tanda tangan Anda sudah tercatat: {0}.").format(_(dokumen.tanda_tangan_pegawai)))
	_write(
		dokumen,
		PerihalRantai.TANDA_TANGAN,
		tanda_tangan_pegawai=str(jawaban),
		tanda_tangan_pada=get_now(),
		alasan_tidak_bersedia=alasan,
	)
	return True


def get_pelapor(dokumen) -> str | None:
	"""Whose account reports it: the Penilai, or his superior where he signed or decided (p. 115 no. 7, 117 no. 11, 119)."""
	return (
		dokumen.penilai_user if dokumen.formulir == FormulirDokumen.PENILAI else dokumen.atasan_penilai_user
	)


def is_pelapor(dokumen, berhalangan: Collection[str] | None = None) -> bool:
	"""Is the session user that, or the superior of a Penilai who cannot act any more? ``berhalangan``: of many, those."""
	user = frappe.session.user
	if user in (dokumen.pegawai_user, None) or user not in (
		get_pelapor(dokumen),
		dokumen.atasan_penilai_user,
	):
		return False
	if user == get_pelapor(dokumen):
		return True
	return dokumen.penilai in (find_halangan([dokumen.penilai]) if berhalangan is None else berhalangan)


def may_report(dokumen, berhalangan: Collection[str] | None = None) -> bool:
	"""Once it came back, or the days in which it should have are over: the report does not wait for a silent employee."""
	if dokumen.dilaporkan_pada or dokumen.digantikan or not is_pelapor(dokumen, berhalangan):
		return False
	return is_kembali(dokumen) or is_lewat_lapor(dokumen)


def is_kembali(dokumen) -> bool:
	return dokumen.tanda_tangan_pegawai != TandaTanganPegawai.MENUNGGU


def is_lewat_lapor(dokumen) -> bool:
	"""Has the employee let his days pass, or do those of the report end?"""
	if dokumen.tenggat_kembali and getdate(dokumen.tenggat_kembali) < get_today():
		return True
	return bool(dokumen.tenggat_lapor) and getdate(dokumen.tenggat_lapor) <= get_today()


def report(nama: str) -> bool:
	"""To the PyB, in steps up the hierarchy. A second time changes nothing: False."""
	dokumen = _lock(nama)
	check_bertugas()
	if not is_pelapor(dokumen):
		frappe.throw(_("Dokumen ini dilaporkan pejabat yang menandatanganinya."), frappe.PermissionError)
	if dokumen.dilaporkan_pada:
		return False
	if not may_report(dokumen):
		frappe.throw(
			_(
				"Dokumen ini dilaporkan sesudah pegawai mengembalikannya, sesudah tenggatnya lewat, atau pada hari terakhir "
				"pelaporan. Yang sudah digantikan tidak dilaporkan lagi."
			)
		)
	_write(dokumen, PerihalRantai.DILAPORKAN, dilaporkan_pada=get_now(), dilaporkan_oleh=frappe.session.user)
	return True


def _check_pegawai(dokumen) -> None:
	if dokumen.pegawai_user != frappe.session.user:
		frappe.throw(
			_("Hanya pegawai yang dinilai yang menerima dan menandatangani dokumen ini."),
			frappe.PermissionError,
		)


def _lock(nama: str):
	"""As it is now: of two tabs the second sees what the first did."""
	return frappe.get_doc(DOCTYPE, nama, for_update=True)


def _write(dokumen, perihal: PerihalRantai, **isi) -> None:
	frappe.db.set_value(DOCTYPE, dokumen.name, isi)
	frappe.clear_document_cache(DOCTYPE, dokumen.name)
	add_mata(perihal, dokumen.name)
