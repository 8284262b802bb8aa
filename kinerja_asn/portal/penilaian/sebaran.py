"""The calibration page: everybody side by side, the quadrant, the curve of the unit's pattern, what was asked and changed."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

import frappe
from frappe import _

from kinerja_asn.constants.distribusi import SUMBU, JenisCatatanPenyelarasan
from kinerja_asn.constants.istilah import JenisEvaluasi, Predikat, Rating
from kinerja_asn.constants.tahapan import SAH
from kinerja_asn.portal.dasar.halaman import HalamanTertutup, get_alamat
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP
from kinerja_asn.portal.penilaian.evaluasi import KELAS_PREDIKAT, PERILAKU_X, describe_predikat
from kinerja_asn.rules.distribusi import get_kurva, is_diperiksa
from kinerja_asn.rules.pembulatan import persen, round_half_up
from kinerja_asn.rules.predikat import KUADRAN
from kinerja_asn.services.bersama.angka import format_tampil
from kinerja_asn.services.bersama.waktu import format_saat
from kinerja_asn.services.orang.unit import get_banyak_nama_unit
from kinerja_asn.services.penilaian.sebaran.cakupan import Cakupan, build_cakupan, list_orang
from kinerja_asn.services.penilaian.sebaran.catatan import list_catatan
from kinerja_asn.services.penilaian.sebaran.kelompok import Kelompok, build_kelompok, count_kuadran
from kinerja_asn.services.penilaian.sebaran.kelonggaran import compare_penilai
from kinerja_asn.services.penilaian.sebaran.perubahan import may_minta, may_ubah
from kinerja_asn.services.perencanaan.penyelarasan.kontribusi import get_kontribusi
from kinerja_asn.services.situs.tujuan import get_tautan

DOCTYPE = "Evaluasi Kinerja"
# Of more people their groups are listed, to be opened one by one.
ORANG_TERBANYAK = 600
RINGKAS = {
	Predikat.SANGAT_BAIK: ("Sangat", "Baik"),
	Predikat.BAIK: ("Baik", ""),
	Predikat.BUTUH_PERBAIKAN: ("Butuh", "Perbaikan"),
	Predikat.KURANG: ("Kurang/", "Misconduct"),
	Predikat.SANGAT_KURANG: ("Sangat", "Kurang"),
}
LEBAR, TINGGI, ATAS, DASAR, SETENGAH_BATANG = 480, 220, 24, 176, 26


# --- which people


def read_cakupan(periode: str, masa: frappe._dict) -> Cakupan:
	return build_cakupan(periode, JenisEvaluasi(masa.jenis), masa.ke)


def read_kelompok(cakupan: Cakupan) -> list[Kelompok]:
	"""The groups that the session user may see, those that deviate first."""
	rows = list_orang(cakupan, frappe.session.user)
	kelompok = build_kelompok(cakupan, rows, sah=False)
	return sorted(
		kelompok, key=lambda bagian: (not bagian.menyimpang, bagian.unit or "", bagian.penilai or "")
	)


def get_kode(kelompok: Kelompok) -> str:
	"""What stands for a group in an address."""
	return f"{kelompok.unit or ''}|{kelompok.penilai or ''}"


def choose_kelompok(semua: list[Kelompok], kode: str | None) -> list[Kelompok]:
	return [kelompok for kelompok in semua if get_kode(kelompok) == kode] if kode else semua


# --- what the page shows


@dataclass(frozen=True)
class Konteks:
	"""What the rows need, read once for all of them."""

	kontribusi: dict
	catatan: dict[str, list]
	user: str


def build_tampilan(semua: list[Kelompok], dipilih: list[Kelompok], alamat: dict) -> frappe._dict:
	"""``alamat``: what the page's address holds besides the group and the person."""
	orang = [row for kelompok in dipilih for row in kelompok.orang]
	rinci = len(orang) <= ORANG_TERBANYAK
	nama = get_banyak_nama_unit(kelompok.unit for kelompok in semua)
	konteks = _read_konteks(orang) if rinci else Konteks({}, {}, frappe.session.user)
	return frappe._dict(
		pilihan=[(get_kode(kelompok), _name_kelompok(kelompok, nama)) for kelompok in semua],
		banyak=len(orang),
		ditetapkan=sum(row.tahap in SAH for row in orang),
		rinci=rinci,
		kuadran=build_kuadran(orang),
		kelompok=[_build_kelompok(kelompok, nama, konteks, alamat, rinci) for kelompok in dipilih],
		kelonggaran=[_build_kelonggaran(row) for row in compare_penilai(semua, frappe.session.user)],
	)


def _read_konteks(orang: list) -> Konteks:
	catatan = defaultdict(list)
	for row in list_catatan(evaluasi=[row.name for row in orang if row.name]):
		catatan[row.evaluasi].append(row)
	return Konteks(get_kontribusi([row.skp for row in orang]), catatan, frappe.session.user)


def _name_kelompok(kelompok: Kelompok, nama: dict) -> str:
	unit = nama.get(kelompok.unit) or _("Tanpa unit")
	return _("{0}, dinilai {1}").format(unit, kelompok.nama_penilai or "–")


def build_kuadran(orang: list) -> list[frappe._dict]:
	"""Rows of the quadrant (p. 99), best hasil kerja on top: how many stand in each cell, in words too."""
	jumlah = count_kuadran(orang, sah=False)
	return [
		frappe._dict(
			hasil=str(y),
			sel=[
				frappe._dict(
					perilaku=str(x),
					predikat=describe_predikat(KUADRAN[y, x]),
					kelas=KELAS_PREDIKAT[KUADRAN[y, x]],
					banyak=jumlah[y, x],
				)
				for x in PERILAKU_X
			],
		)
		for y in Rating
	]


def _build_kelompok(
	kelompok: Kelompok, nama: dict, konteks: Konteks, alamat: dict, rinci: bool
) -> frappe._dict:
	semua = len(kelompok.orang)
	kode = get_kode(kelompok)
	return frappe._dict(
		kode=kode,
		nama=_name_kelompok(kelompok, nama),
		alamat=get_alamat("sebaran", **alamat, kelompok=kode),
		organisasi=kelompok.organisasi and str(kelompok.organisasi),
		semua=semua,
		belum=kelompok.belum,
		menyimpang=kelompok.menyimpang,
		temuan=[(temuan.kalimat, temuan.mengikat) for temuan in kelompok.temuan],
		sesuai=bool(kelompok.organisasi) and is_diperiksa(semua) and not kelompok.temuan,
		sebaran=_list_sebaran(kelompok),
		gambar=build_gambar(kelompok),
		orang=[_build_orang(row, konteks, alamat, kode) for row in kelompok.orang] if rinci else [],
	)


def _list_sebaran(kelompok: Kelompok) -> list[tuple[str, int, str]]:
	"""(predikat, how many, percent of all), best first."""
	semua = len(kelompok.orang)
	return [
		(
			describe_predikat(predikat),
			kelompok.jumlah[predikat],
			_format_persen(kelompok.jumlah[predikat], semua),
		)
		for predikat in Predikat
	]


def _format_persen(bagian: int, semua: int) -> str:
	return format_tampil(round_half_up(persen(bagian, semua), 1)) if semua else "0"


def build_gambar(kelompok: Kelompok) -> frappe._dict:
	"""Bars of what is, in percent, and the shape of the pattern behind them (p. 94-97); the table below says the same."""
	semua = len(kelompok.orang) or 1
	x = {predikat: 50 + 95 * ke for ke, predikat in enumerate(SUMBU)}
	batang = [
		frappe._dict(
			x=x[predikat] - SETENGAH_BATANG,
			y=round(_get_y(kelompok.jumlah[predikat] * 100 / semua), 1),
			tinggi=round(DASAR - _get_y(kelompok.jumlah[predikat] * 100 / semua), 1),
			tengah=x[predikat],
			persen=_format_persen(kelompok.jumlah[predikat], semua),
			label=RINGKAS[predikat],
		)
		for predikat in SUMBU
	]
	titik = (
		[(x[predikat], _get_y(tinggi)) for predikat, tinggi in get_kurva(kelompok.organisasi).items()]
		if (kelompok.organisasi)
		else []
	)
	return frappe._dict(
		lebar=LEBAR,
		tinggi=TINGGI,
		dasar=DASAR,
		lebar_batang=2 * SETENGAH_BATANG,
		batang=batang,
		kurva=_draw(titik),
	)


def _get_y(persentase: float) -> float:
	return DASAR - persentase * (DASAR - ATAS) / 100


def _draw(titik: list[tuple[int, float]]) -> str:
	"""A smooth path: between two points it leaves and arrives level, so that it never overshoots a peak."""
	if not titik:
		return ""
	(x, y), *lain = titik
	path = [f"M{x} {round(y, 1)}"]
	for x2, y2 in lain:
		tengah = (x + x2) // 2
		path.append(f"C{tengah} {round(y, 1)} {tengah} {round(y2, 1)} {x2} {round(y2, 1)}")
		x, y = x2, y2
	return " ".join(path)


def _build_orang(row: frappe._dict, konteks: Konteks, alamat: dict, kode: str) -> frappe._dict:
	catatan = konteks.catatan.get(row.name, [])
	tanya = {**alamat, "kelompok": kode, "orang": row.name}
	return frappe._dict(
		name=row.name,
		nama=row.nama_pegawai,
		jabatan=row.jabatan_pegawai or "",
		alamat=get_tautan(DOCTYPE, row.name) if row.name else None,
		status=row.workflow_state,
		kelas_tahap=KELAS_TAHAP.get(row.tahap, "netral"),
		usulan=row.usulan_rating_hasil,
		hasil=row.rating_hasil_kerja,
		perilaku=row.rating_perilaku,
		predikat=describe_predikat(Predikat(row.predikat_kinerja)) if row.predikat_kinerja else None,
		kelas=KELAS_PREDIKAT[Predikat(row.predikat_kinerja)] if row.predikat_kinerja else "netral",
		kontribusi=[_describe_kontribusi(isi) for isi in konteks.kontribusi.get(row.skp, [])],
		catatan=[describe_catatan(isi) for isi in catatan],
		diminta=bool(catatan) and catatan[-1].jenis == JenisCatatanPenyelarasan.PERMINTAAN,
		ubah=get_alamat("sebaran", **tanya) if may_ubah(row, konteks.user) else None,
		minta=get_alamat("sebaran", **tanya) if may_minta(row, konteks.user) else None,
	)


def _describe_kontribusi(kontribusi) -> str:
	bagian = [kontribusi.uraian, kontribusi.pimpinan and _("untuk: {0}").format(kontribusi.pimpinan)]
	if kontribusi.porsi:
		bagian.append(_("porsi {0} %").format(format_tampil(kontribusi.porsi)))
	return " · ".join(filter(None, bagian))


def describe_catatan(row: frappe._dict) -> frappe._dict:
	"""A note as the page shows it: what it is, from what to what, who and when."""
	perubahan = [
		_("{0} dari {1} menjadi {2}").format(sebutan, _(lama) if lama else "–", _(baru))
		for sebutan, lama, baru in (
			(_("hasil kerja"), row.rating_hasil_lama, row.rating_hasil_baru),
			(_("perilaku"), row.rating_perilaku_lama, row.rating_perilaku_baru),
			(_("predikat"), row.predikat_lama, row.predikat_baru),
		)
		if baru and lama != baru
	]
	return frappe._dict(
		jenis=row.jenis,
		nama=row.nama_pegawai,
		perubahan="; ".join(perubahan),
		alasan=row.alasan,
		temuan=row.temuan,
		tanda=f"{row.nama_oleh}, {format_saat(row.pada)}",
	)


def _build_kelonggaran(row) -> frappe._dict:
	selisih = round_half_up(row.selisih, 2)
	return frappe._dict(
		nama=row.nama,
		dinilai=row.dinilai,
		jumlah=[(describe_predikat(predikat), row.jumlah[predikat]) for predikat in Predikat],
		rata_rata=format_tampil(round_half_up(row.rata_rata, 2)),
		selisih=_describe_selisih(selisih),
		diatas_usulan=row.diatas_usulan,
		dibawah_usulan=row.dibawah_usulan,
	)


def _describe_selisih(selisih: Decimal) -> str:
	if not selisih:
		return _("sama dengan rata-rata")
	kalimat = _("{0} lebih tinggi") if selisih > 0 else _("{0} lebih rendah")
	return kalimat.format(format_tampil(abs(selisih)))


# --- one person


def get_evaluasi(name: str | None):
	"""The evaluation that is to be changed or asked about; closed like one that does not exist."""
	doc = frappe.get_doc(DOCTYPE, name) if name and frappe.db.exists(DOCTYPE, name) else None
	if doc and doc.has_permission("read") and doc.pegawai_user != frappe.session.user:
		return doc
	raise HalamanTertutup(
		_("Dokumen tidak ditemukan"), _("Kembali ke daftar, lalu pilih pegawainya dari sana."), 404
	)


def build_isian(doc, form) -> frappe._dict:
	"""What the form about one person shows: as it is stored, or as it was typed."""
	user = frappe.session.user
	return frappe._dict(
		name=doc.name,
		nama=doc.nama_pegawai,
		modified=form.get("modified") or str(doc.modified),
		usulan=doc.usulan_rating_hasil,
		hasil=form.get("hasil") or doc.rating_hasil_kerja,
		perilaku=form.get("perilaku") or doc.rating_perilaku,
		alasan=form.get("alasan") or "",
		alasan_sebaran=form.get("alasan_sebaran") or doc.alasan_sebaran or "",
		ubah=may_ubah(doc, user),
		minta=may_minta(doc, user),
		penilai=doc.nama_penilai,
	)
