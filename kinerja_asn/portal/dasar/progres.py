"""Progress of an SKP in words, tables and charts, for the person himself and for his Penilai."""

from decimal import Decimal

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Arah, Bulan, CaraHitung, Keyakinan, StatusProgres, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN
from kinerja_asn.portal.dasar.grafik import Titik, build_grafik
from kinerja_asn.rules.pemantauan import Perkiraan, forecast
from kinerja_asn.rules.progres import Progres
from kinerja_asn.services.bersama.angka import format_tampil
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.progres import get_bagian
from kinerja_asn.services.pelaksanaan.realisasi import describe_nilai
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target

HARI_SEBULAN = 27
# The colour only repeats what the words say.
KELAS_STATUS = {
	StatusProgres.BELUM_ADA: "netral",
	StatusProgres.TERTINGGAL: "bahaya",
	StatusProgres.SESUAI_JADWAL: "baik",
	StatusProgres.MELAMPAUI: "unggul",
}
URUTAN_PENTING = (
	StatusProgres.TERTINGGAL,
	StatusProgres.BELUM_ADA,
	StatusProgres.SESUAI_JADWAL,
	StatusProgres.MELAMPAUI,
)
KELAS_TAHAP = {
	Tahap.DRAF: "netral",
	Tahap.DIAJUKAN: "info",
	Tahap.DIKEMBALIKAN: "bahaya",
	Tahap.DITETAPKAN: "baik",
	Tahap.DISERAHKAN: "info",
	Tahap.DITUTUP: "baik",
}


def summarize_status(status: list[StatusProgres]) -> frappe._dict:
	"""Many indikator in one sentence that begins with what matters most: kalimat, kelas, terpenting."""
	terpenting = next(calon for calon in URUTAN_PENTING if calon in status)
	kalimat = _(str(terpenting))
	if set(status) != {terpenting}:
		kalimat = _("{0}: {1} dari {2} indikator").format(kalimat, status.count(terpenting), len(status))
	return frappe._dict(kelas=KELAS_STATUS[terpenting], kalimat=kalimat, terpenting=terpenting)


def describe_progres(progres: Progres, iki, diambil_alih: bool = False) -> dict:
	"""{"kalimat": "Tertinggal, kurang 53,33 dari 333,33", "kelas": …} and the figures as text.

	What was taken over is called so, with what was reached until then, and measured by nothing (Pasal 20).
	"""
	if diambil_alih:
		return {
			**_DIAMBIL_ALIH,
			"kalimat": name_diambil_alih(),
			"kumulatif": _describe_nilai(iki, progres.realisasi),
		}
	return {
		"status": str(progres.status),
		"kalimat": _describe_kalimat(progres),
		"kelas": KELAS_STATUS[progres.status],
		"kumulatif": _describe_nilai(iki, progres.realisasi),
		"seharusnya": _describe_seharusnya(progres, iki),
		"persen": format_tampil(progres.persen_target) if progres.persen_target is not None else None,
	}


_DIAMBIL_ALIH = {"status": "", "kelas": "netral", "seharusnya": "–", "persen": None}


def name_diambil_alih() -> str:
	return _("Diambil alih Pejabat Penilai")


def _describe_kalimat(progres: Progres) -> str:
	if progres.status != StatusProgres.TERTINGGAL:
		return _(str(progres.status))
	kurang, seharusnya = format_tampil(progres.kurang), format_tampil(progres.seharusnya)
	if progres.realisasi > progres.seharusnya:
		return _("Tertinggal, lebih {0} dari batas {1}").format(kurang, seharusnya)
	return _("Tertinggal, kurang {0} dari {1}").format(kurang, seharusnya)


def _describe_seharusnya(progres: Progres, iki) -> str:
	if iki.arah == Arah.YA_TIDAK:
		return _("Ya")
	return format_tampil(progres.seharusnya)


def build_indikator(skp, riwayat: list) -> list[frappe._dict]:
	"""Per indikator: where it stands now, its months as a table and, if numeric, a chart of the same figures."""
	utama = [bulan for bulan in riwayat if bulan.utama]
	return [_build_satu_indikator(iki, utama) for iki in skp.indikator]


def _build_satu_indikator(iki, riwayat: list) -> frappe._dict:
	dilaporkan = [bulan for bulan in riwayat if bulan.progres[iki.kunci].realisasi is not None]
	kini = dilaporkan[-1] if dilaporkan else None
	diambil_alih = bool(riwayat) and iki.kunci in riwayat[-1].diambil_alih
	return frappe._dict(
		kunci=iki.kunci,
		indikator=iki.indikator,
		satuan=iki.satuan or "",
		target=get_teks_target(iki),
		masa_kini=kini.masa.label if kini else None,
		kini=describe_progres((kini or riwayat[0]).progres[iki.kunci], iki) if riwayat else None,
		diambil_alih=diambil_alih,
		baris=[_build_baris(iki, bulan) for bulan in riwayat],
		perkiraan=None if diambil_alih else _describe_perkiraan(iki, riwayat),
		grafik=_build_grafik(iki, riwayat),
	)


def _describe_perkiraan(iki, riwayat: list) -> str | None:
	"""What the year's end may bring: "Dengan laju sampai Agustus 2025: …, antara … dan … (cukup yakin)"."""
	selesai = {
		nomor: bulan
		for nomor, bulan in enumerate(riwayat, 1)
		if bulan.dokumen and bulan.dokumen.tahap in DILAPORKAN and bulan.masa.akhir < get_today()
	}
	nilai = {nomor: bulan.nilai[iki.kunci] for nomor, bulan in selesai.items() if iki.kunci in bulan.nilai}
	bagian = get_bagian(iki, tuple(bulan.masa for bulan in riwayat))
	perkiraan = forecast(Arah(iki.arah), CaraHitung(iki.cara_hitung), nilai, len(riwayat), bagian)
	if not perkiraan:
		return None
	masa, keyakinan = riwayat[max(nilai) - 1].masa.label, _name_keyakinan(perkiraan)
	tengah, bawah, atas = map(format_tampil, (perkiraan.nilai, perkiraan.bawah, perkiraan.atas))
	if bawah == atas:
		kalimat = _("Dengan laju sampai {0}: {1} {2} pada akhir masa SKP ({3}).")
		return kalimat.format(masa, tengah, iki.satuan or "", keyakinan)
	return _("Dengan laju sampai {0}: {1} {2} pada akhir masa SKP, antara {3} dan {4} ({5}).").format(
		masa, tengah, iki.satuan or "", bawah, atas, keyakinan
	)


def _name_keyakinan(perkiraan: Perkiraan) -> str:
	return {
		Keyakinan.CUKUP: _("cukup yakin"),
		Keyakinan.KURANG: _("kurang yakin"),
		Keyakinan.KASAR: _("masih kasar"),
	}[perkiraan.keyakinan]


def _build_baris(iki, bulan) -> frappe._dict:
	nilai = bulan.nilai.get(iki.kunci)
	return frappe._dict(
		describe_progres(bulan.progres[iki.kunci], iki, iki.kunci in bulan.diambil_alih),
		masa=bulan.masa.label,
		ada=bulan.dokumen is not None,
		realisasi=_describe_nilai(iki, nilai),
	)


def _describe_nilai(iki, nilai: Decimal | None) -> str:
	return "–" if nilai is None else describe_nilai(iki, nilai, _("Dilaporkan"))


def _name_titik(masa) -> str:
	"""What is cut to three letters on the axis: of days and weeks their month."""
	return (
		str(list(Bulan)[masa.akhir.month - 1]) if (masa.akhir - masa.awal).days < HARI_SEBULAN else masa.label
	)


def _build_grafik(iki, riwayat: list):
	if iki.arah in (Arah.NARATIF, Arah.YA_TIDAK):
		return None
	return build_grafik(
		[
			Titik(
				_name_titik(bulan.masa),
				bulan.progres[iki.kunci].realisasi if bulan.dokumen else None,
				bulan.progres[iki.kunci].seharusnya,
			)
			for bulan in riwayat
		]
	)
