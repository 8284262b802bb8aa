"""The daily look at the employees' data: what documents and roles follow from it is mended, the rest is told to HR.

What changes by a form or an import is followed at once (services/orang, skp/draf); this finds what went past them.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import HalanganBertindak
from kinerja_asn.permissions.lingkup import get_pengelola
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.penolakan import tolerate
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.akun import mend_akun
from kinerja_asn.services.orang.lingkaran import find_lingkaran
from kinerja_asn.services.orang.pegawai import is_dinilai, query_asn
from kinerja_asn.services.orang.pejabat import find_halangan, get_alamat_laporan
from kinerja_asn.services.orang.peran import sync_semua_peran
from kinerja_asn.services.orang.pihak import choose_penilai, get_banyak_data
from kinerja_asn.services.perencanaan.skp.draf import follow_semua_draf

DISEBUT = 5  # names in one sentence


def mend_data() -> None:
	"""In this order: roles follow from accounts, and a draft names its people's accounts."""
	peran: dict = {}
	with tolerate("Akun pada dokumen"):
		mend_akun()
	with tolerate("Peran menurut data pegawai"):
		peran = sync_semua_peran()
	with tolerate("Draf SKP menurut data pegawai"):
		follow_semua_draf()
	with tolerate("Temuan pada data pegawai"):
		send(_build(peran))


def _build(peran: dict) -> Iterator[Pemberitahuan]:
	"""Whoever runs the system of an agency is told once of the same findings."""
	for periode in _get_periode():
		temuan = find_temuan(periode.instansi, peran)
		for user in get_pengelola(periode.instansi) if temuan else ():
			yield Pemberitahuan(
				penerima=user,
				doctype="Periode Kinerja",
				dokumen=periode.name,
				alamat=get_alamat_laporan(),
				tulis=partial(_write_kabar, periode.instansi, peran),
				kali=f"data {hashlib.sha256(repr(temuan).encode()).hexdigest()[:12]}",
			)


def _get_periode() -> list[frappe._dict]:
	"""The latest open period of each agency."""
	rows = frappe.get_all("Periode Kinerja", {"status": "Dibuka"}, ["name", "instansi"], order_by="tahun asc")
	return list({row.instansi: row for row in rows}.values())


def _write_kabar(instansi: str, peran: dict) -> Kabar:
	temuan = find_temuan(instansi, peran)
	return Kabar(
		judul=_("Data pegawai: {0} hal perlu dibenahi").format(len(temuan)),
		isi=" ".join(temuan),
		tombol=_("Lihat dokumen yang menunggu"),
	)


def find_temuan(instansi: str, peran: dict) -> list[str]:
	"""What does not fit in the agency's data, each as a sentence that says what to do. ``peran``: what was mended just now."""
	orang = _get_orang(instansi)
	penilai = {nama for nama in choose_penilai(orang).values() if nama}
	temuan = [
		*describe_lingkaran(instansi),
		_describe(
			_("Belum memiliki akun, sehingga tidak dapat membuka SKP-nya"),
			[row.employee_name for row in orang if not row.user_id],
		),
		*_describe_penilai(penilai),
		_describe(
			_("Peran diperbaiki menurut data pegawai"),
			[row.employee_name for row in orang if row.user_id in peran],
		),
	]
	return [kalimat for kalimat in temuan if kalimat]


def _get_orang(instansi: str) -> list[frappe._dict]:
	pegawai = frappe.qb.DocType("Employee")
	return (
		query_asn(instansi, get_today())
		.where(is_dinilai(pegawai))
		.select(pegawai.name, pegawai.employee_name, pegawai.user_id, pegawai.reports_to)
		.orderby(pegawai.employee_name, pegawai.name)
		.run(as_dict=True)
	)


def describe_lingkaran(instansi: str | None) -> list[str]:
	return [
		_("Saling menjadi atasan: {0}. Perbaiki Reports to atau Penugasan Penilai salah satunya.").format(
			", ".join(row.employee_name for row in daftar)
		)
		if len(daftar) > 1
		else _("{0} menjadi atasan dirinya sendiri. Perbaiki Reports to atau Penugasan Penilainya.").format(
			daftar[0].employee_name
		)
		for daftar in find_lingkaran(instansi)
	]


def _describe_penilai(penilai: set[str]) -> list[str]:
	"""Superiors on whom people wait in vain."""
	halangan, data = find_halangan(penilai), get_banyak_data(penilai)
	kalimat = {
		HalanganBertindak.TIDAK_AKTIF: _("Pejabat Penilai yang tidak aktif lagi"),
		HalanganBertindak.TANPA_AKUN: _("Pejabat Penilai tanpa akun"),
		HalanganBertindak.AKUN_MATI: _("Pejabat Penilai dengan akun dinonaktifkan"),
	}
	return [
		_describe(teks, sorted(data[nama].employee_name for nama, sebab in halangan.items() if sebab == hal))
		for hal, teks in kalimat.items()
	]


def _describe(hal: str, nama: Iterable[str]) -> str:
	daftar = list(nama)
	if not daftar:
		return ""
	sisa = len(daftar) - DISEBUT
	disebut = ", ".join(daftar[:DISEBUT]) + (f" {_('dan {0} lainnya').format(sisa)}" if sisa > 0 else "")
	return _("{0}: {1} orang ({2}).").format(hal, len(daftar), disebut)
