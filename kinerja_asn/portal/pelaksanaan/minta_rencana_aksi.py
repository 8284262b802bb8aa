"""A Penilai asks several of his people for their rencana aksi at once; one that is refused does not stop the others."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import frappe
from frappe import _

from kinerja_asn.constants.istilah import StatusRencanaAksi, Tahap
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.portal.dasar.halaman import HalamanTertutup, get_dokumen, read_centang
from kinerja_asn.services.bersama.penolakan import one_of_many
from kinerja_asn.services.pelaksanaan import rencana_aksi as layanan

TERBANYAK = 100


@dataclass
class Hasil:
	"""Names of those who were asked, (name, why not) of the others."""

	berhasil: list[str] = field(default_factory=list)
	gagal: list[tuple[str, str]] = field(default_factory=list)


def build_daftar() -> list[frappe._dict]:
	"""His people in open periods: name, status of their rencana aksi in words, ``perlu``: nothing was written or asked for."""
	skp, query = from_terlihat("SKP")
	periode, ra = frappe.qb.DocType("Periode Kinerja"), frappe.qb.DocType(layanan.DOCTYPE)
	rows = (
		query.join(periode)
		.on(periode.name == skp.periode)
		.left_join(ra)
		.on(ra.name == skp.name)
		.select(skp.name, skp.nama_pegawai, skp.jabatan_pegawai, skp.periode, ra.status, ra.diminta)
		.where((skp.penilai_user == frappe.session.user) & (skp.pegawai_user != frappe.session.user))
		.where((periode.status == "Dibuka") & (skp.tahap != str(Tahap.DITUTUP)))
		.orderby(skp.nama_pegawai, skp.name)
		.run(as_dict=True)
	)
	for row in rows:
		row.perlu = not row.status and not row.diminta
		row.keadaan = _describe(row)
	return rows


def _describe(row) -> str:
	if row.status and row.status != StatusRencanaAksi.DISUSUN:
		return _(row.status)
	if row.diminta:
		return _("Sudah diminta")
	return _("Sedang disusun") if row.status else _("Belum ada")


def ask_banyak(form: Mapping) -> Hasil:
	nama = [*read_centang(form)]
	if not nama:
		frappe.throw(_("Centang dahulu pegawai yang diminta."))
	if len(nama) > TERBANYAK:
		frappe.throw(_("Minta paling banyak {0} pegawai sekaligus.").format(TERBANYAK))
	hasil = Hasil()
	for name in nama:
		pegawai, salah = _ask(name, form.get("permintaan"))
		hasil.gagal.append((pegawai, salah)) if salah else hasil.berhasil.append(pegawai)
	return hasil


def _ask(name: str, permintaan: str | None) -> tuple[str, str | None]:
	pegawai = name
	try:
		with one_of_many() as galat:
			skp = get_dokumen("SKP", name)
			pegawai = skp.nama_pegawai
			layanan.ask(skp, permintaan)
	except HalamanTertutup as tutup:
		return pegawai, str(tutup)
	return pegawai, " ".join(galat) or None
