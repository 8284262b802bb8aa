"""What the reports on evaluations and the calibration page cost, when everybody's annual evaluation is set."""

from collections.abc import Iterator

import frappe
from frappe.utils import create_batch

from kinerja_asn.constants.istilah import JenisEvaluasi, Predikat, Rating, Tahap
from kinerja_asn.rules.predikat import KUADRAN
from kinerja_asn.tahap.alur import get_status
from perf.instansi import POTONGAN, TAHUN, Instansi, Orang, get_nama_skp, get_nip, insert, make_instansi
from perf.ukur import BESAR, _time_laporan, _time_page

TIM = Instansi("UKS", 501, per_unit=501)  # a leader who evaluates five hundred
LAPORAN = (
	"Rekap Predikat",
	"Sebaran Predikat terhadap Pola",
	"Evaluasi Belum Selesai",
	"Riwayat Predikat",
	"Kuadran Kinerja",
)
SEL = tuple(KUADRAN.items())


def prepare(n: int) -> dict:
	"""Evaluations of last year for the large agency, which its reports are about, and for a team of five hundred."""
	make_instansi(TIM)
	for instansi in (Instansi(BESAR, n), TIM):
		_make_evaluasi(instansi, instansi.get_periode(TAHUN - 1))
	if frappe.conf.db_type == "sqlite":
		frappe.db.sql("ANALYZE")
	return {"evaluasi": frappe.db.count("Evaluasi Kinerja")}


def reports() -> dict:
	"""Each as the desk is sent it, for whoever runs the system of the large agency."""
	return {nama: _time_laporan(nama, {"periode": f"{BESAR}-{TAHUN - 1}"}) for nama in LAPORAN}


def page() -> dict:
	"""Five hundred people side by side, as the server answers their Penilai."""
	pimpinan = next(TIM.list_orang())
	return _time_page(f"/kinerja/sebaran?periode={TIM.get_periode(TAHUN - 1)}&masa=Tahunan-0", pimpinan.user)


# --- rows


def _make_evaluasi(instansi: Instansi, periode: str) -> None:
	orang = list(instansi.list_orang())
	_make_kinerja_unit(instansi, periode, {anggota.unit for anggota in orang})
	for potongan in create_batch(orang, POTONGAN):
		insert("Evaluasi Kinerja", _list_evaluasi(instansi, periode, potongan))
		frappe.db.commit()


def _make_kinerja_unit(instansi: Instansi, periode: str, unit: set[str]) -> None:
	isi = {
		"periode": periode,
		"jenis": str(JenisEvaluasi.TAHUNAN),
		"instansi": instansi.nama,
		"dasar": "Ukur",
	}
	insert(
		"Kinerja Unit",
		(
			{**isi, "name": f"KU-{nama}", "unit_kerja": nama, "predikat_organisasi": "Baik"}
			for nama in sorted(unit)
		),
	)


def _list_evaluasi(instansi: Instansi, periode: str, daftar: list[Orang]) -> Iterator[dict]:
	status = get_status("Evaluasi Kinerja", Tahap.DITETAPKAN)
	for orang in daftar:
		(hasil, perilaku), predikat = SEL[orang.nomor % len(SEL)]
		yield {
			"name": f"EK-{periode}-{orang.nama}-T",
			"skp": get_nama_skp(periode, orang),
			"jenis": str(JenisEvaluasi.TAHUNAN),
			"masa": periode[-4:],
			"awal": f"{periode[-4:]}-01-01",
			"akhir": f"{periode[-4:]}-12-31",
			"periode": periode,
			"workflow_state": status,
			"tahap": str(Tahap.DITETAPKAN),
			"pegawai": orang.nama,
			"nama_pegawai": orang.nama_lengkap,
			"nip_pegawai": get_nip(orang),
			"jabatan_pegawai": orang.jabatan,
			"unit_kerja": orang.unit,
			"instansi": instansi.nama,
			"pegawai_user": orang.user,
			**_list_penilai(orang),
			**_build_hasil(hasil, perilaku, predikat),
		}


def _list_penilai(orang: Orang) -> dict:
	penilai = orang.atasan
	return {
		"penilai": penilai and penilai.nama,
		"nama_penilai": penilai and penilai.nama_lengkap,
		"penilai_user": penilai and penilai.user,
		"unit_penilai": penilai and penilai.unit,
		"atasan_penilai_user": penilai and penilai.atasan and penilai.atasan.user,
	}


def _build_hasil(hasil: Rating, perilaku: Rating, predikat: Predikat) -> dict:
	return {
		"usulan_rating_hasil": str(Rating.SESUAI),
		"rating_hasil_kerja": str(hasil),
		"rating_perilaku": str(perilaku),
		"predikat_kinerja": str(predikat),
		"ditetapkan_pada": f"{TAHUN}-01-15 10:00:00",
	}
