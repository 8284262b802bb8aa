"""What the page "Kinerja Saya" shows: months, evaluations, feedback, notices, and the one thing to do next."""

from collections.abc import Mapping
from dataclasses import dataclass

import frappe
from frappe import _
from frappe.utils import formatdate, getdate
from pypika import Order

from kinerja_asn.constants.istilah import Bulan, JenisEvaluasi, StatusProgres, Tahap
from kinerja_asn.constants.tahapan import BELUM_DITETAPKAN, DISUSUN
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.portal.dasar.cetak import get_cetakan_evaluasi
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP
from kinerja_asn.portal.pelaksanaan.rencana_aksi import summarize
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.langkah import describe_penunggu, get_tombol
from kinerja_asn.services.bersama.penolakan import as_text
from kinerja_asn.services.bersama.periode import TenggatLaporan, get_nama_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.giliran.tenggat import describe_tenggat
from kinerja_asn.services.pelaksanaan.pelaporan.susulan import find_tertutup
from kinerja_asn.services.pelaksanaan.progres import MASA_SEKALI_LIHAT, may_lapor
from kinerja_asn.services.situs.tujuan import get_tautan

BELUM_SELESAI = (None, Tahap.DRAF)
_KOLOM_EVALUASI = (
	"name",
	"skp",
	"modified",
	"jenis",
	"masa",
	"tahap",
	"workflow_state",
	"predikat_kinerja",
	"rating_hasil_kerja",
	"rating_perilaku",
	"alasan_usulan",
	"alasan_rating_hasil",
	"catatan",
	"nama_penilai",
	"diserahkan_pada",
	"diterima_pada",
)


@dataclass(frozen=True)
class Ajakan:
	"""The one thing to do next; ``alamat`` None: there is nothing but to wait."""

	judul: str
	teks: str
	alamat: str | None = None
	tombol: str | None = None
	penting: bool = False
	kosong: bool = False  # nothing to do, as far as one's own plan goes


# --- months


def build_bulan(skp, riwayat: list) -> list[frappe._dict]:
	"""Per reporting period: what happened to its report, until when, and what can be done."""
	tenggat = TenggatLaporan(skp.periode)
	tertutup = {masa.ke for masa in find_tertutup(skp)}
	return [_build_satu_bulan(skp, bulan, tenggat, bulan.masa.ke in tertutup) for bulan in riwayat]


def _build_satu_bulan(skp, bulan, tenggat: TenggatLaporan, tertutup: bool) -> frappe._dict:
	dokumen, hari_ini = bulan.dokumen, get_today()
	tahap = dokumen.tahap if dokumen else None
	batas = tenggat.get_tenggat(bulan.masa.akhir)
	lewat = tahap in BELUM_SELESAI and hari_ini > batas
	return frappe._dict(
		ke=bulan.masa.ke,
		bulan=bulan.masa.akhir.month,
		masa=bulan.masa.label,
		tahap=tahap,
		dimulai=bulan.masa.awal <= hari_ini,
		berakhir=bulan.masa.akhir < hari_ini,
		status=_(dokumen.workflow_state) if dokumen else _("Belum diisi"),
		kelas=KELAS_TAHAP[Tahap(tahap)] if tahap else "netral",
		terlambat=bool(dokumen.terlambat) if dokumen and tahap not in BELUM_SELESAI else lewat,
		hari_terlambat=tenggat.count_terlambat(bulan.masa.akhir)
		if lewat
		else dokumen and dokumen.hari_terlambat,
		tertutup=tertutup,
		tenggat=formatdate(batas, "d MMMM yyyy"),
		lewat=lewat,
		alasan=dokumen.catatan_pengembalian if tahap == Tahap.DIKEMBALIKAN else None,
		tertinggal=_describe_tertinggal(bulan) if dokumen else None,
		alamat=get_alamat("realisasi", skp=skp.name, masa=bulan.masa.ke),
		tombol=_get_tombol_bulan(skp, bulan.masa, tahap),
	)


def _describe_tertinggal(bulan) -> str | None:
	banyak = sum(
		progres.status == StatusProgres.TERTINGGAL
		for kunci, progres in bulan.progres.items()
		if kunci not in bulan.diambil_alih
	)
	return _("{0} indikator tertinggal").format(banyak) if banyak else None


def _get_tombol_bulan(skp, masa: Masa, tahap: str | None) -> str | None:
	if tahap is None:
		return _("Isi realisasi") if may_lapor(skp, masa) else None
	if tahap == Tahap.DRAF:
		return _("Lanjutkan")
	return _("Perbaiki") if tahap == Tahap.DIKEMBALIKAN else _("Lihat")


def choose_masa(bulan: list, diminta: str | None) -> frappe._dict:
	"""``rows`` for the page: of few all; of a year of days or weeks what is to be done and the latest ones, or those of
	the month asked for. ``pilihan``: the months, where there is a choice."""
	if len(bulan) <= MASA_SEKALI_LIHAT:
		return frappe._dict(rows=bulan, pilihan=[], dipilih=None)
	pilihan = [(str(ke), str(nama)) for ke, nama in enumerate(Bulan, 1)]
	dipilih = diminta if diminta in dict(pilihan) else None
	rows = [row for row in bulan if str(row.bulan) == dipilih] if dipilih else _list_penting(bulan)
	return frappe._dict(rows=rows, pilihan=pilihan, dipilih=dipilih)


def _list_penting(bulan: list) -> list:
	"""The oldest that are returned or missing, then the latest."""
	perlu = [row for row in bulan if row.tahap == Tahap.DIKEMBALIKAN or (row.lewat and row.tombol)]
	perlu = perlu[: MASA_SEKALI_LIHAT // 2]
	terbaru = [row for row in bulan if row.dimulai and row not in perlu][-MASA_SEKALI_LIHAT // 2 :]
	return [*perlu, *reversed(terbaru)]


# --- what to do next


def find_ajakan(skp, bulan: list, evaluasi: list) -> Ajakan:
	if skp.tahap in BELUM_DITETAPKAN:
		return _find_ajakan_skp(skp)
	for hasil in evaluasi:
		if hasil.boleh_terima:
			return Ajakan(
				_("Hasil evaluasi {0} sudah diserahkan").format(hasil.masa),
				_("Baca hasilnya, lalu nyatakan bahwa Anda sudah menerimanya."),
				"#evaluasi",
				_("Baca hasil evaluasi"),
				True,
			)
	if any(hasil.tahunan for hasil in evaluasi):
		return _make_kosong(_("Tahun kinerja ini sudah dievaluasi."))
	ajakan = _find_ajakan_perubahan(skp) or _find_ajakan_realisasi(bulan)
	return (ajakan.kosong and _find_ajakan_rencana_aksi(skp)) or ajakan


def _find_ajakan_rencana_aksi(skp) -> Ajakan | None:
	"""Asked for by the Penilai; after all that has a last day, since nothing waits for it."""
	ringkasan = summarize(skp)
	if not ringkasan.diminta or skp.tahap == Tahap.DITUTUP:
		return None
	return Ajakan(
		_("{0} meminta rencana aksi Anda").format(skp.nama_penilai),
		ringkasan.permintaan or _("Tulis langkah menuju hasil kerja Anda dan bulannya, lalu ajukan."),
		ringkasan.alamat,
		_("Tulis rencana aksi"),
		True,
	)


def _find_ajakan_perubahan(skp) -> Ajakan | None:
	"""A change that lies with the employee: returned to him, begun by him, or prepared by his Penilai."""
	perubahan, query = from_terlihat("Perubahan SKP")
	rows = (
		query.select("name", "nomor", "alasan", "tahap", "catatan_pengembalian")
		.where((perubahan.skp == skp.name) & perubahan.tahap.isin(list(map(str, DISUSUN))))
		.limit(1)
		.run(as_dict=True)
	)
	if not rows:
		return None
	kembali = rows[0].tahap == Tahap.DIKEMBALIKAN
	judul = _("Perubahan SKP dikembalikan") if kembali else _("Perubahan SKP belum diajukan")
	return Ajakan(
		judul,
		(rows[0].catatan_pengembalian if kembali else _(rows[0].alasan)) or "",
		get_alamat("perubahan", name=rows[0].name),
		_("Perbaiki perubahan") if kembali else _("Lanjutkan perubahan"),
		True,
	)


def _find_ajakan_skp(skp) -> Ajakan:
	alamat = get_alamat("skp", name=skp.name)
	if skp.tahap == Tahap.DIAJUKAN:
		teks = f"{describe_penunggu(skp)} {describe_tenggat(skp)}"
		return Ajakan(_("SKP Anda sedang diperiksa"), teks.strip())
	if skp.tahap == Tahap.DIKEMBALIKAN:
		return Ajakan(
			_("SKP Anda dikembalikan untuk diperbaiki"),
			skp.catatan_pengembalian or "",
			alamat,
			_("Perbaiki SKP"),
			True,
		)
	return Ajakan(
		_("SKP Anda belum diajukan"),
		_("Lengkapi rencana hasil kerja dan targetnya, lalu ajukan agar {0} dapat memeriksanya.").format(
			skp.nama_penilai or _("Pejabat Penilai")
		),
		alamat,
		_("Lanjutkan menyusun SKP"),
		True,
	)


def _find_ajakan_realisasi(bulan: list) -> Ajakan:
	for laporan in bulan:
		if laporan.tahap == Tahap.DIKEMBALIKAN:
			return Ajakan(
				_("Realisasi {0} dikembalikan").format(laporan.masa),
				laporan.alasan or "",
				laporan.alamat,
				_("Perbaiki realisasi"),
				True,
			)
	for laporan in bulan:
		if laporan.tahap in BELUM_SELESAI and laporan.berakhir and laporan.tombol:
			return Ajakan(
				_("Isi realisasi {0}").format(laporan.masa),
				_describe_batas(laporan),
				laporan.alamat,
				_("Isi realisasi"),
				True,
			)
	return _make_kosong(_("Terima kasih, semua laporan Anda sudah lengkap."))


def _describe_batas(laporan) -> str:
	if laporan.tertutup:
		return _(
			"Batas pelaporan {0} dan batas laporan susulan sudah lewat. Isi dan simpan, lalu minta Pejabat Penilai membukanya."
		).format(laporan.tenggat)
	if laporan.lewat:
		return _(
			"Batas pelaporan {0} sudah lewat. Tetap laporkan; statusnya akan tercatat terlambat."
		).format(laporan.tenggat)
	return _("Laporkan paling lambat {0}.").format(laporan.tenggat)


def _make_kosong(teks: str) -> Ajakan:
	return Ajakan(_("Tidak ada yang perlu dikerjakan sekarang"), teks, kosong=True)


def add_lain(ajakan: Ajakan, periode: str, lain: list) -> Ajakan:
	"""With something to do on a plan of another year (``lain``), only ``periode`` is said to be done with."""
	if not (lain and ajakan.kosong):
		return ajakan
	return Ajakan(
		_("Yang menunggu Anda ada di periode lain"),
		_("Untuk {0} tidak ada yang perlu dikerjakan sekarang.").format(get_nama_periode(periode)),
		penting=True,
		kosong=True,
	)


def add_antrean(ajakan: Ajakan, banyak: int, menilai: bool) -> Ajakan:
	"""Whoever has decisions waiting, as Penilai (``menilai``) or as verifier, is not told that there is nothing to do."""
	if not (banyak and ajakan.kosong):
		return ajakan
	return Ajakan(
		_("Selesaikan {0} keputusan yang menunggu Anda").format(banyak),
		ajakan.teks
		if ajakan.penting
		else _("Untuk kinerja Anda sendiri tidak ada yang perlu dikerjakan sekarang."),
		get_alamat("tim" if menilai else "periksa"),
		_("Buka Tim Saya") if menilai else _("Buka Pemeriksaan"),
		True,
	)


# --- evaluations, feedback, notices


def build_evaluasi(formulir: Mapping[str, str | None]) -> dict[str, list[frappe._dict]]:
	"""By SKP, for each of ``formulir`` (SKP -> its form): the user's own evaluations; the access rules show them only once handed over."""
	evaluasi, query = from_terlihat("Evaluasi Kinerja")
	rows = (
		query.select(*_KOLOM_EVALUASI)
		.where(evaluasi.skp.isin(list(formulir)) & (evaluasi.pegawai_user == frappe.session.user))
		.orderby(evaluasi.akhir, evaluasi.jenis, order=Order.desc)
		.run(as_dict=True)
	)
	for row in rows:
		row.boleh_terima = row.tahap == Tahap.DISERAHKAN and bool(
			get_tombol(frappe.get_doc("Evaluasi Kinerja", row.name), Tahap.DITUTUP)
		)
		row.cetak = get_cetakan_evaluasi(row.name, formulir[row.skp])
		row.alamat = get_alamat("evaluasi", name=row.name)
		row.tahunan = row.jenis == JenisEvaluasi.TAHUNAN
	return {nama: [row for row in rows if row.skp == nama] for nama in formulir}


def get_umpan_balik(skp: str) -> list:
	"""What was said with a name, and what was opened without one; the newest first."""
	bernama, query = from_terlihat("Umpan Balik Kinerja")
	tanpa_nama, query_lain = from_terlihat("Umpan Balik Tanpa Nama")
	kolom = ("tanggal", "peran", "sasaran", "sasaran_uraian", "sifat", "isi")
	rows = (
		query.select(*kolom, "nama_pemberi", "bentuk", "tautan_bukti", "berkas")
		.where(bernama.skp == skp)
		.orderby(bernama.creation, order=Order.desc)
		.run(as_dict=True)
	)
	lain = query_lain.select(*kolom).where(tanpa_nama.skp == skp).orderby(tanpa_nama.name).run(as_dict=True)
	return sorted([*rows, *lain], key=lambda row: row.tanggal, reverse=True)


def get_pemberitahuan() -> list:
	"""The user's own latest notices, as plain text with a way into the portal."""
	log = frappe.qb.DocType("Notification Log")
	rows = (
		frappe.qb.from_(log)
		.select(log.name, log.subject, log.creation, log.read, log.document_type, log.document_name, log.link)
		.where(log.for_user == frappe.session.user)
		.orderby(log.creation, order=Order.desc)
		.limit(10)
		.run(as_dict=True)
	)
	for row in rows:
		row.subjek = as_text(row.subject)
		row.alamat = row.link or get_tautan(row.document_type, row.document_name)
		row.pada = formatdate(getdate(row.creation), "d MMMM yyyy")
	return rows
