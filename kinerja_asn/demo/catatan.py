"""Daily notes of two officers: last week's of Siti is approved, Yusuf's waits for his Penilai, this week's are drafts."""

from collections.abc import Iterable
from datetime import date, timedelta

import frappe

from kinerja_asn.constants.istilah import Arah, CaraHitung
from kinerja_asn.demo.konteks import Konteks, get_kunci
from kinerja_asn.demo.orang import MENURUT_KUNCI
from kinerja_asn.demo.peragaan import act_as, without_pemberitahuan
from kinerja_asn.rules.catatan import get_pekan
from kinerja_asn.rules.tenggat import is_akhir_pekan
from kinerja_asn.services.bersama.pemberitahuan import retire
from kinerja_asn.services.pelaksanaan.catatan.keputusan import approve, submit

DOCTYPE = "Catatan Harian"
DISETUJUI, MENUNGGU = "siti", "yusuf"
SEHARI = 250  # a yearly target goes into about so many working days
LANGSUNG = "Apel pagi dan pengarahan kepala seksi"


def leave_catatan(semua: Iterable[Konteks], hari: date) -> None:
	"""Of the week before ``hari`` and of its own, as far as it has come; a week may lie in two years."""
	per_tahun = {konteks.tahun: konteks for konteks in semua}
	for kunci in (DISETUJUI, MENUNGGU):
		for pekan in (get_pekan(hari - timedelta(days=7)), get_pekan(hari)):
			if not _is_ada(kunci, per_tahun, pekan):
				_play_pekan(kunci, per_tahun, pekan, hari)


def _is_ada(kunci: str, per_tahun: dict[int, Konteks], pekan: tuple[date, ...]) -> bool:
	pegawai = next(iter(per_tahun.values())).pegawai[kunci]
	return bool(frappe.db.exists(DOCTYPE, {"pegawai": pegawai, "tanggal": ("in", pekan)}))


def _play_pekan(kunci: str, per_tahun: dict[int, Konteks], pekan: tuple[date, ...], hari: date) -> None:
	nama = [
		_note_hari(MENURUT_KUNCI[kunci].email, skp, tanggal)
		for tanggal in pekan
		if tanggal < hari and not is_akhir_pekan(tanggal)
		if (skp := _find_skp(kunci, per_tahun, tanggal))
	]
	if nama and pekan[-1] < hari:
		submit(pekan[0], pekan[-1])
		if kunci == DISETUJUI:
			_approve(kunci, nama, pekan[-1] + timedelta(days=1))


def _find_skp(kunci: str, per_tahun: dict[int, Konteks], tanggal: date) -> str | None:
	konteks = per_tahun.get(tanggal.year)
	skp = konteks and konteks.skp.get(kunci)
	berlaku = {"name": skp, "awal": ("<=", tanggal), "akhir": (">=", tanggal)}
	return skp if skp and frappe.db.exists("SKP", berlaku) else None


def _note_hari(email: str, skp: str, tanggal: date) -> str:
	act_as(email, tanggal)
	baris = [{"uraian": LANGSUNG, "menit": 30}]
	baris.insert(0, _build_utama(skp, tanggal))
	return frappe.get_doc(doctype=DOCTYPE, skp=skp, tanggal=tanggal, baris=baris).insert().name


def _build_utama(skp: str, tanggal: date) -> dict:
	"""What counts for an indikator, where one adds up over the year; else what was done for the first hasil kerja."""
	selisih = tanggal.weekday() % 3
	if iki := _find_indikator(skp):
		volume = max(round(iki.target_min / SEHARI) + selisih - 1, 1)
		return {"uraian": f"Menyelesaikan {iki.satuan}", "indikator": iki.kunci, "volume": volume}
	hasil = next(iter(get_kunci("SKP Hasil Kerja", skp)), None)
	isi = {"volume": selisih + 2, "satuan": "pengaduan", "menit": 120}
	return {"uraian": "Menjawab dan menutup pengaduan warga", "hasil_kerja": hasil, **isi}


def _find_indikator(skp: str) -> frappe._dict | None:
	"""The first that adds up over the year."""
	saring = {
		"parent": skp,
		"parenttype": "SKP",
		"arah": str(Arah.NAIK),
		"cara_hitung": str(CaraHitung.JUMLAH),
	}
	rows = frappe.get_all("SKP Indikator", saring, ["kunci", "satuan", "target_min"], order_by="idx", limit=1)
	return rows[0] if rows else None


def _approve(kunci: str, nama: list[str], pada: date) -> None:
	"""On the Monday after; no news any more."""
	penilai = MENURUT_KUNCI[MENURUT_KUNCI[kunci].atasan]
	with without_pemberitahuan():
		act_as(penilai.email, pada)
		versi = frappe.get_all(DOCTYPE, {"name": ("in", nama)}, ["name", "modified"], as_list=True)
		approve({name: str(modified) for name, modified in versi})
		retire(DOCTYPE, nama)
