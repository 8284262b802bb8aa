"""What is kept of a calibration: a note on the evaluation that nobody changes, read by those who decide, not by the rated."""

import frappe

from kinerja_asn.constants.distribusi import JenisCatatanPenyelarasan, StatusRapat
from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.permissions.lingkup import get_nama_pegawai
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.penilaian.organisasi.predikat import get_kunci_unit

DOCTYPE = "Catatan Penyelarasan"
RAPAT = "Rapat Penyelarasan Kinerja"
_PIHAK = (
	"pegawai",
	"nama_pegawai",
	"pegawai_user",
	"penilai",
	"nama_penilai",
	"penilai_user",
	"atasan_penilai",
	"atasan_penilai_user",
	"unit_kerja",
	"instansi",
	"periode",
	"masa",
)
KOLOM = (
	"name",
	"evaluasi",
	"rapat",
	"jenis",
	"alasan",
	"temuan",
	"rating_hasil_lama",
	"rating_hasil_baru",
	"rating_perilaku_lama",
	"rating_perilaku_baru",
	"predikat_lama",
	"predikat_baru",
	"pada",
	"nama_oleh",
	"nama_pegawai",
	"pegawai",
)


def add_catatan(evaluasi, jenis: JenisCatatanPenyelarasan, alasan: str, **isi) -> None:
	"""Signed by the session user; of the meeting that is held about it now, if there is one."""
	saat = get_now()
	baris = BarisBaku(DOCTYPE).build(
		{kolom: evaluasi.get(kolom) for kolom in _PIHAK},
		{
			"name": frappe.generate_hash(length=10),
			"evaluasi": evaluasi.name,
			"rapat": find_rapat(evaluasi),
			"jenis": str(jenis),
			"alasan": alasan,
			"pada": saat,
			"nama_oleh": get_nama_pegawai(frappe.session.user) or frappe.session.user,
		},
		isi,
	)
	insert_banyak(DOCTYPE, [baris])


def find_rapat(evaluasi) -> str | None:
	"""The meeting that is going on about the group of ``evaluasi``, that of the superior first."""
	jenis = JenisEvaluasi(evaluasi.jenis)
	akhir = frappe.utils.getdate(evaluasi.akhir)
	saring = {
		"periode": evaluasi.periode,
		"jenis": str(jenis),
		"masa_ke": get_kunci_unit(evaluasi.unit_penilai, evaluasi.periode, jenis, akhir)["masa_ke"],
		"status": str(StatusRapat.BERLANGSUNG),
		"pimpinan": ("in", [evaluasi.atasan_penilai or "", evaluasi.penilai or ""]),
	}
	rapat = dict(frappe.get_all(RAPAT, saring, ["pimpinan", "name"], as_list=True))
	return rapat.get(evaluasi.atasan_penilai) or rapat.get(evaluasi.penilai)


def list_catatan(*, rapat: str | None = None, evaluasi: list[str] | None = None) -> list[frappe._dict]:
	"""Those that the session user may read, of a meeting or of many evaluations, as they came."""
	table, query = from_terlihat(DOCTYPE)
	query = query.where(table.rapat == rapat if rapat else table.evaluasi.isin(evaluasi or [""]))
	return query.select(*(table[kolom] for kolom in KOLOM)).orderby(table.pada, table.name).run(as_dict=True)
