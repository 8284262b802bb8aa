"""The page "Umpan balik": what the session user is asked, what he asked or is asked about, whom he may speak about."""

import frappe
from frappe.utils import getdate
from pypika import Order

from kinerja_asn.constants.istilah import StatusPermintaan
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.permissions.lingkup import get_instansi, get_pegawai
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.services.bersama.waktu import format_batas, get_today
from kinerja_asn.services.orang.bawahan import get_bawahan
from kinerja_asn.services.orang.pihak import get_banyak_data
from kinerja_asn.services.pelaksanaan.umpan_balik.permintaan import DOCTYPE, RESPONDEN

TERBANYAK = 30
KELAS_STATUS = {
	StatusPermintaan.DIUSULKAN: "info",
	StatusPermintaan.BERJALAN: "ingat",
	StatusPermintaan.SELESAI: "baik",
	StatusPermintaan.DIBATALKAN: "netral",
}


def get_diminta() -> list[frappe._dict]:
	"""Requests that wait for the session user's answer, the most urgent first."""
	diminta, minta = frappe.qb.DocType(RESPONDEN), frappe.qb.DocType(DOCTYPE)
	rows = (
		frappe.qb.from_(diminta)
		.join(minta)
		.on(minta.name == diminta.permintaan)
		.select(diminta.name, minta.nama_pegawai, minta.nama_peminta, minta.jenis, minta.tenggat)
		.where((diminta.responden_user == frappe.session.user) & (diminta.sudah_menjawab == 0))
		.where((minta.status == str(StatusPermintaan.BERJALAN)) & (minta.tenggat >= get_today()))
		.orderby(minta.tenggat, minta.nama_pegawai)
		.limit(TERBANYAK)
		.run(as_dict=True)
	)
	for row in rows:
		row.alamat = get_alamat("umpan_balik/jawab", name=row.name)
		row.batas = format_batas(getdate(row.tenggat))
	return rows


def get_permintaan(skp: str | None = None) -> list[frappe._dict]:
	"""Requests that the session user may read, of one plan or of all; the newest first."""
	minta, query = from_terlihat(DOCTYPE)
	if skp:
		query = query.where(minta.skp == skp)
	rows = (
		query.select("name", "jenis", "status", "nama_pegawai", "nama_peminta", "sasaran", "sasaran_uraian")
		.orderby(minta.creation, order=Order.desc)
		.limit(TERBANYAK)
		.run(as_dict=True)
	)
	for row in rows:
		row.alamat = get_alamat("umpan_balik/hasil", name=row.name)
		row.kelas = KELAS_STATUS[StatusPermintaan(row.status)]
	return rows


def get_kenalan() -> list[frappe._dict]:
	"""Whom the session user may speak about unasked, to choose from: his Penilai and those who have the same one."""
	instansi = get_instansi(frappe.session.user)
	if not frappe.db.exists(
		"Periode Kinerja",
		{"instansi": ("in", [*instansi, ""]), "status": "Dibuka", "umpan_balik_tanpa_diminta": 1},
	):
		return []
	sendiri = get_pegawai(frappe.session.user)
	atasan = [row.reports_to for row in get_banyak_data(sendiri).values() if row.reports_to]
	rekan = [row for row in get_bawahan(atasan) if row.name not in sendiri]
	orang = [*get_banyak_data(atasan).values(), *rekan]
	return [
		frappe._dict(
			nama=row.employee_name,
			jabatan=row.designation or "",
			alamat=get_alamat("umpan_balik/beri", pegawai=row.name),
		)
		for row in orang[:TERBANYAK]
	]
