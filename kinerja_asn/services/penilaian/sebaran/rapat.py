"""Calibration meetings: who leads one, who may take part, which are about what a reader looks at."""

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.distribusi import StatusRapat
from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.permissions.lingkup import get_banyak_instansi, get_pegawai, has_left
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pihak import get_banyak_data, get_data
from kinerja_asn.services.penilaian.sebaran.cakupan import Cakupan
from kinerja_asn.services.penilaian.sebaran.catatan import RAPAT

PESERTA = "Peserta Rapat Penyelarasan"


def find_pimpinan(user: str, periode: str | None) -> dict:
	"""The columns of whoever leads: ``user``, where he evaluates or stands above who does in this period; empty: he does not."""
	milik = next(iter(get_pegawai(user)), None)
	if not milik or has_left(user) or not _get_penilai(periode, user):
		return {}
	data = get_data(milik)
	return {
		"pimpinan": milik,
		"nama_pimpinan": data.employee_name,
		"pimpinan_user": user,
		"unit_kerja": data.department,
		"instansi": data.company,
	}


def _get_penilai(periode: str | None, user: str) -> list[str]:
	"""Penilai of the plans of the period that ``user`` decides on, or stands above."""
	skp = frappe.qb.DocType("SKP")
	query = frappe.qb.from_(skp).select(skp.penilai).distinct().where(skp.periode == periode)
	query = query.where((skp.penilai_user == user) | (skp.atasan_penilai_user == user))
	return query.where(skp.penilai.notnull()).run(pluck=True)


def list_calon(user: str, periode: str, instansi: str | None) -> dict[str, frappe._dict]:
	"""Employee -> his data, of those who may take part in a meeting that ``user`` leads: he, the Penilai below him, HR."""
	daftar = [*get_pegawai(user), *_get_penilai(periode, user), *_get_pengelola(instansi)]
	return get_banyak_data(dict.fromkeys(daftar))


def _get_pengelola(instansi: str | None) -> list[str]:
	"""Employees who run the system for the agency; as many queries for many as for one."""
	users = frappe.get_all("Has Role", {"role": PENGELOLA, "parenttype": "User"}, pluck="parent")
	jangkauan = get_banyak_instansi(users)
	akun = [user for user in users if instansi in jangkauan[user]]
	return frappe.get_all("Employee", {"user_id": ("in", [*akun, ""]), "status": "Active"}, pluck="name")


def fill_peserta(rapat) -> None:
	"""Names as they are; whoever cannot take part is refused."""
	if rapat.status == StatusRapat.SELESAI and not rapat.has_value_changed("status"):
		return
	calon = list_calon(rapat.pimpinan_user, rapat.periode, rapat.instansi)
	if asing := [row.pegawai for row in rapat.peserta if row.pegawai not in calon]:
		frappe.throw(
			_("{0} bukan Pejabat Penilai di bawah pimpinan rapat atau pengelola kinerja.").format(
				", ".join(asing)
			)
		)
	if len({row.pegawai for row in rapat.peserta}) < len(rapat.peserta):
		frappe.throw(_("Ada peserta yang tercantum dua kali."))
	for row in rapat.peserta:
		row.nama, row.jabatan = calon[row.pegawai].employee_name, calon[row.pegawai].designation


def list_rapat(cakupan: Cakupan, user: str) -> list[frappe._dict]:
	"""Meetings about this period that ``user`` reads or took part in, the latest first; ``terbuka``: he may open the record."""
	rapat, peserta = frappe.qb.DocType(RAPAT), frappe.qb.DocType(PESERTA)
	ikut = frappe.qb.from_(peserta).select(peserta.parent).where(peserta.parenttype == RAPAT)
	ikut = ikut.where(peserta.pegawai.isin(get_pegawai(user) or [""]))
	query = frappe.qb.from_(rapat).where(
		(rapat.periode == cakupan.periode)
		& (rapat.jenis == str(cakupan.jenis))
		& (rapat.masa_ke == cakupan.masa_ke)
	)
	kolom = ("name", "tanggal", "status", "nama_pimpinan", "pimpinan_user", "kesimpulan")
	pilihan = [rapat[nama] for nama in kolom]
	terbaca = query.where(get_kondisi(RAPAT, user)).select(*pilihan).run(as_dict=True)
	lain = query.where(rapat.name.isin(ikut)).select(*pilihan).run(as_dict=True)
	nama = {row.name for row in terbaca}
	rows = [*terbaca, *(row for row in lain if row.name not in nama)]
	for row in rows:
		row.terbuka = row.name in nama
	return sorted(rows, key=lambda row: (getdate(row.tanggal), row.name), reverse=True)


def open_rapat(cakupan: Cakupan) -> str:
	"""By whoever leads it; the one that he has begun already is gone on with."""
	kunci = {
		"periode": cakupan.periode,
		"jenis": str(cakupan.jenis),
		"masa_ke": cakupan.masa_ke,
		"pimpinan_user": frappe.session.user,
		"status": str(StatusRapat.BERLANGSUNG),
	}
	if ada := frappe.db.get_value(RAPAT, kunci, "name"):
		return ada
	isi = {kolom: kunci[kolom] for kolom in ("periode", "jenis", "masa_ke")}
	return frappe.get_doc(doctype=RAPAT, tanggal=get_today(), **isi).insert().name


def append_susulan(rapat, teks: str, tanda: str) -> None:
	rapat.catatan_susulan = "\n".join(filter(None, (rapat.catatan_susulan, f"[{tanda}] {teks}")))
	rapat.save()
