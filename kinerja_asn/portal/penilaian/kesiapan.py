"""The box that stands first on the page of an evaluation: what is still missing, and the way to mend each."""

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.portal.dasar.halaman import HalamanTertutup, get_alamat
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.periode import get_masa_evaluasi
from kinerja_asn.services.penilaian.kesiapan import Kekurangan, Perihal

HALAMAN = {
	Perihal.PERUBAHAN: "perubahan",
	Perihal.PENUGASAN: "penugasan",
	Perihal.BELUM_DIVERIFIKASI: "tim/realisasi",
	Perihal.TERLEWAT: "tim/realisasi",
}
AKSI = {Perihal.UNIT: "minta_unit", Perihal.BELUM_DILAPORKAN: "ingatkan"}


def build_kesiapan(daftar: list[Kekurangan], boleh: bool) -> list[frappe._dict]:
	"""Each with its link, and for whoever evaluates (``boleh``) its button."""
	tombol = _get_tombol()
	return [
		frappe._dict(
			kalimat=kekurangan.kalimat,
			penting=kekurangan.menghalangi,
			tombol=tombol[kekurangan.perihal],
			alamat=_get_alamat(kekurangan),
			aksi=AKSI.get(kekurangan.perihal) if boleh else None,
		)
		for kekurangan in daftar
	]


def _get_alamat(kekurangan: Kekurangan) -> str | None:
	halaman = HALAMAN.get(kekurangan.perihal)
	return get_alamat(halaman, name=kekurangan.dokumen) if halaman else None


def _get_tombol() -> dict[Perihal, str]:
	return {
		Perihal.UNIT: _("Minta penetapannya"),
		Perihal.PERUBAHAN: _("Buka perubahan"),
		Perihal.PENUGASAN: _("Buka penugasan"),
		Perihal.BELUM_DIVERIFIKASI: _("Periksa realisasi"),
		Perihal.BELUM_DILAPORKAN: _("Ingatkan pegawai"),
		Perihal.TERLEWAT: _("Lihat realisasi"),
	}


def read_masa(skp, jenis: str | None, masa_ke: int) -> tuple[JenisEvaluasi, Masa]:
	"""Kind and period of an evaluation that is yet to be made; closes the page where there is none such."""
	if jenis in list(JenisEvaluasi):
		jenis = JenisEvaluasi(jenis)
		for masa in get_masa_evaluasi(skp.periode, jenis, skp.jenis_asn):
			if jenis == JenisEvaluasi.TAHUNAN or masa.ke == masa_ke:
				return jenis, masa
	raise HalamanTertutup(
		_("Evaluasi ini tidak ada"),
		_("Kembali ke Tim Saya, lalu pilih dari evaluasi yang dapat dibuat."),
		404,
	)
