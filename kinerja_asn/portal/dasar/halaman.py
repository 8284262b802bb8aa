"""Mechanics of the portal's pages: who may open one, how a posted form is carried out, what is said afterwards."""

import re
from collections.abc import Callable, Mapping
from functools import wraps

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.constants.peran import ROLES
from kinerja_asn.permissions.giliran import get_peran_pemeriksa
from kinerja_asn.permissions.penjaga import explain_keluar, get_pesan_tidak_ada, join_atau
from kinerja_asn.services.bersama.penolakan import (
	BERSAMAAN,
	DITOLAK,
	all_or_nothing,
	get_medan_salah,
	get_pesan_bersamaan,
	get_pesan_berubah,
	get_pesan_galat,
)
from kinerja_asn.services.situs.kiriman import SudahTerkirim, read_tujuan, run_sekali
from kinerja_asn.services.situs.tujuan import get_alamat


class HalamanTertutup(Exception):
	"""The page has nothing to show to this user. Says the same whether a document is another's or does not exist."""

	def __init__(self, judul: str, pesan: str, kode: int):
		super().__init__(pesan)
		self.judul, self.pesan, self.kode = judul, pesan, kode


class Terdesak(Exception):
	"""The database undid all of this request so that another one could go on; begun again it goes through as a rule."""


ULANG_MAKS = 2
_ULANG = "kinerja_asn.ulang"


def portal_page(*peran: str, pemeriksa: bool = False) -> Callable:
	"""Decorator of a page's ``get_context``: guests go to the sign-in, others need one of ``peran``.

	``pemeriksa``: or a role that HR put into one of our workflows.
	"""

	def decorate(get_context: Callable) -> Callable:
		@wraps(get_context)
		def wrapper(context):
			require_masuk()
			isian = frappe.form_dict.copy()
			fill_kerangka(context)
			try:
				require_peran((*peran, *(sorted(get_peran_pemeriksa()) if pemeriksa else ())))
				get_context(context)
			except HalamanTertutup as tutup:
				context.tertutup, context.http_status_code = tutup, tutup.kode
			except Terdesak:
				begin_lagi(isian)
				wrapper(context)

		return wrapper

	return decorate


def begin_lagi(isian: frappe._dict) -> None:
	"""The request as it came. The documents that the page had read are read anew: what it did to them is undone."""
	frappe.local.form_dict = isian
	frappe.clear_messages()
	for berkas in frappe.request.files.values():
		berkas.stream.seek(0)


def require_masuk() -> None:
	if frappe.session.user == "Guest":
		redirect(get_alamat("masuk", **{"redirect-to": get_alamat_ini()}), 302)


def get_alamat_ini() -> str:
	"""The page that was asked for, with its query, so that the sign-in leads back to it."""
	tanya = frappe.request.query_string.decode(errors="ignore")
	return frappe.request.path + (f"?{tanya}" if tanya else "")


def require_peran(peran: tuple[str, ...]) -> None:
	if set(peran) & set(frappe.get_roles()):
		return
	if not peran:  # HR has no verifier in any workflow
		raise HalamanTertutup(
			_("Tidak ada pemeriksaan"), _("Alur kerja instansi Anda tidak memiliki tahap pemeriksaan."), 403
		)
	raise HalamanTertutup(_("Halaman ini bukan bagian Anda"), _describe_peran(peran), 403)


def _describe_peran(peran: tuple[str, ...]) -> str:
	"""Who may open the page, and how one becomes that: roles of the desk are given, the others follow the data."""
	nama = join_atau(_(role) for role in peran)
	if all(ROLES.get(role, 1) for role in peran):
		return _(
			"Halaman ini untuk {0}. Bila itu tugas Anda, minta administrator situs (System Manager) memberi akun Anda "
			"peran tersebut."
		).format(nama)
	return _(
		"Halaman ini untuk {0}. Bila seharusnya Anda termasuk, minta pengelola kinerja memeriksa data "
		"kepegawaian (NIP dan akun) Anda."
	).format(nama)


def fill_kerangka(context) -> None:
	"""What the pages of a person signed in say; portal/dasar/bingkai.py has what stands around every page."""
	context.pesan = _find_pesan(frappe.form_dict.get("pesan"))
	context.galat, context.pesan_berubah, context.alamat_ini = [], get_pesan_berubah(), get_alamat_ini()
	context.tertutup, context.keluar = None, explain_keluar()


def _find_pesan(kunci: str | None) -> str | None:
	"""A form posts to the address that thanked for the step before; that was said already."""
	return get_pesan_berhasil().get(kunci) if kunci and frappe.request.method == "GET" else None


def get_pesan_berhasil() -> dict[str, str]:
	"""What the page says after the redirect; the address carries only the key."""
	return {
		"disimpan": _("Tersimpan sebagai draf. Anda dapat melanjutkannya kapan saja."),
		"diajukan": _("Berhasil diajukan. Pejabat Penilai Anda akan memeriksanya."),
		"ditarik": _("Berhasil ditarik kembali. Anda dapat memperbaikinya."),
		"dibatalkan": _("Perubahan dibatalkan. SKP tetap seperti semula."),
		"dipulihkan": _("Baris dikembalikan seperti dalam SKP sekarang, dan isian Anda tersimpan."),
		"diterima": _("Terima kasih. Hasil evaluasi tercatat sudah Anda terima dan baca."),
		"diimpor": _("Berkas terimpor. Draf SKP pegawai yang tertulis di dalamnya sudah diganti."),
		"dibaca": _("Semua pemberitahuan ditandai sudah dibaca."),
		"diproses": _("Berhasil. Yang masih menunggu Anda tercantum di bawah ini."),
		"tetap": _("Tidak ada yang berubah: langkah ini sudah dilakukan sebelumnya."),
		"dikembalikan": _("Dikembalikan kepada pegawai beserta alasannya."),
		"matriks": _("Matriks tersimpan. Peran yang baru menjadi draf hasil kerja di SKP pegawai."),
		"ekspektasi": _("Ekspektasi khusus dan jenis hasil kerja tersimpan."),
		"catatan": _("Catatan terkirim dan dapat dibaca pihak lain dalam SKP ini."),
		"terealisasi": _("Realisasi dukungan sumber daya tersimpan."),
		"susulan": _("Laporan dibuka dan pegawai diberi tahu. Terlambatnya tetap tercatat."),
		"umpan_balik": _("Umpan balik tersimpan dan dapat dibaca pegawai."),
		"permintaan": _("Permintaan terkirim. Yang diminta sudah diberi tahu."),
		"permintaan_ditutup": _("Permintaan ditutup. Yang boleh terbuka dapat dibaca di bawah ini."),
		"jawaban": _("Jawaban Anda tersimpan. Terima kasih."),
		"usulan": _("Usulan terkirim kepada Pejabat Penilai Anda."),
		"usulan_ditolak": _("Usulan tidak dijalankan."),
		"tindakan": _("Tindakan perbaikan tersimpan dan dapat dibaca Pejabat Penilai."),
		"rencana_aksi": _("Rencana aksi tersimpan. Ajukan bila sudah siap disepakati."),
		"rencana_aksi_diajukan": _("Rencana aksi diajukan. Anda tetap dapat mengubahnya."),
		"rencana_aksi_diminta": _("Permintaan terkirim dan diberitahukan kepada pegawai."),
		"catatan_harian": _("Tercatat. Kirim pekannya bila sudah lengkap."),
		"catatan_harian_dihapus": _("Baris dihapus."),
		"catatan_harian_dikirim": _("Terkirim. Pejabat Penilai Anda dapat membaca dan menyetujuinya."),
		"catatan_harian_disetujui": _("Catatan yang dicentang disetujui."),
		"bimbingan": _("Bimbingan tersimpan. Anda dapat melanjutkannya kapan saja."),
		"bimbingan_dimulai": _(
			"Bimbingan dimulai dan diberitahukan kepada pegawai, yang menyiapkan bagiannya."
		),
		"bimbingan_dikirim": _("Terkirim. Pembina melanjutkannya bersama Anda."),
		"bimbingan_disajikan": _("Ditandatangani. Pegawai membaca lalu menandatanganinya."),
		"bimbingan_selesai": _("Ditandatangani. Bimbingan selesai."),
		"bimbingan_diperbaiki": _("Dikembalikan kepada pembina beserta catatan Anda."),
		"bimbingan_dibatalkan": _("Bimbingan dibatalkan."),
		"tindak_lanjut": _("Tindak lanjut tersimpan dan dapat dibaca para pihak."),
		"tanggapan": _("Umpan balik Anda diserahkan kepada atasan Pejabat Penilai."),
		"laporan_masalah": _("Laporan terkirim kepada pejabat yang berwenang, dan dapat dibaca pegawainya."),
		"laporan_diputuskan": _("Keputusan tersimpan dan diberitahukan."),
		"konseling": _("Konseling tersimpan. Pegawai dan konselor diberi tahu tanpa menyebut isinya."),
		"rekaman_konseling": _("Rekaman tersimpan dan diserahkan kepada yang berwenang menerimanya."),
		"ambil_alih": _("Hasil kerja diambil alih. Catatan Anda tampil pada evaluasi."),
		"ambil_alih_dicabut": _("Ambil alih dicabut. Realisasinya kembali diminta dari pegawai."),
		"penugasan": _("Penugasan terkirim dan menunggu keputusan Pejabat Penilai."),
		"penugasan_diputuskan": _("Keputusan tersimpan dan diberitahukan kepada pegawai dan pemberi tugas."),
		"penugasan_ditarik": _("Penugasan ditarik."),
		"evaluasi": _("Evaluasi tersimpan. Periksa usulan dan predikatnya di bawah ini."),
		"unit_diminta": _("Sudah diminta. Permintaan yang sama tidak dikirim dua kali."),
		"evaluasi_berikut": _("Evaluasi tersimpan. Ini pegawai berikutnya menurut urutan kepentingannya."),
		"penilaian_diri": _("Penilaian diri tersimpan sebagai draf; hanya Anda yang melihatnya."),
		"penilaian_diri_disampaikan": _(
			"Penilaian diri disampaikan. Pejabat Penilai Anda kini dapat membacanya."
		),
		"diingatkan": _("Pegawai sudah diingatkan, paling banyak sekali sehari."),
		"kinerja_unit": _(
			"Kinerja Unit tersimpan. Evaluasi yang masih terbuka memakai predikat yang ditetapkan."
		),
		"dokumen_diterima": _("Tercatat Anda terima. Tenggat tanda tangan Anda ada di bawah ini."),
		"dokumen_ditandatangani": _("Dokumen ditandatangani dan dikembalikan."),
		"dokumen_tidak_bersedia": _("Tercatat beserta alasannya. Hasil evaluasi tetap dilaporkan."),
		"dokumen_dilaporkan": _("Dilaporkan kepada PyB."),
		"keberatan_disimpan": _("Draf keberatan tersimpan. Keberatan berlaku sesudah diajukan."),
		"keberatan_diajukan": _("Keberatan diajukan. Penjelasan Pejabat Penilai sudah diminta."),
		"keberatan_dijelaskan": _("Terkirim dan dapat dibaca para pihak."),
		"keberatan_diputuskan": _(
			"Keputusan ditetapkan dan diberitahukan kepada pegawai dan Pejabat Penilai."
		),
		"keberatan_dicabut": _("Keberatan dicabut."),
		"evaluasi_diperbaiki": _("Evaluasi kembali menjadi draf dan dapat diperbaiki."),
		"evaluasi_ditetapkan": _("Evaluasi ditetapkan. Serahkan kepada pegawai setelah dibicarakan."),
		"rating_diubah": _("Rating diubah dan alasannya tercatat."),
		"rating_menunggu": _(
			"Rating diubah, tetapi evaluasinya kembali menjadi draf: usulan aplikasi berubah sejak ditetapkan. Buka dan "
			"periksa, lalu tetapkan."
		),
		"tinjau_diminta": _("Permintaan terkirim kepada Pejabat Penilainya, yang memutuskan sendiri."),
		"rapat_disimpan": _("Catatan rapat tersimpan."),
		"rapat_ditutup": _(
			"Rapat ditutup. Isinya tidak berubah lagi; yang menyusul ditambahkan di belakangnya."
		),
		"usulan_berubah": _(
			"Tersimpan, tetapi belum ditetapkan: usulan aplikasi berubah karena data atau penilaian baris berubah. "
			"Periksa usulan yang baru, lalu tetapkan."
		),
	}


def redirect(alamat: str, kode: int = 303) -> None:
	frappe.local.flags.redirect_location = alamat
	raise frappe.Redirect(kode)


def get_dokumen(doctype: str, name: str | None):
	"""The document, if the session user may read it; otherwise the page is closed with the same words as for none."""
	if doc := _find_dokumen(doctype, name):
		return doc
	raise HalamanTertutup(
		_("Dokumen tidak ditemukan"),
		get_pesan_tidak_ada(),
		404,
	)


def _find_dokumen(doctype: str, name: str | None):
	try:
		doc = frappe.get_doc(doctype, str(name)) if name else None
	except frappe.DoesNotExistError:
		frappe.clear_last_message()
		return None
	return doc if doc and doc.has_permission("read") else None


# --- carrying out what a form asks for


def run_aksi(aksi: Mapping[str, Callable[[], str | None]]) -> list[str]:
	"""Carry out the posted ``aksi``, once, and go (303) to the address it returns. After TETAP the page is shown again;
	after None too, and the same may be done again: it stored nothing, or what is stored already stays as it is.

	Returns the messages of a refusal, after which nothing is written; the page keeps what was typed (form_dict).
	"""
	if frappe.request.method != "POST":
		return []
	nama = get_aksi()[0]
	if nama not in aksi:
		return [_("Tindakan ini tidak dikenal. Muat ulang halaman, lalu coba lagi.")]
	try:
		with all_or_nothing():
			tujuan = run_sekali(aksi[nama])
	except SudahTerkirim as kiriman:
		tujuan = read_tujuan(kiriman.nama)
	except DITOLAK as galat:
		return get_pesan_galat(galat)
	except BERSAMAAN as galat:
		give_way(galat)
		return [get_pesan_bersamaan()]
	if tujuan:
		redirect(tujuan)
	return []


def give_way(galat: Exception) -> None:
	"""Begin again, a few times: not what waited too long already."""
	ulang = frappe.request.environ.get(_ULANG, 0)
	if isinstance(galat, frappe.QueryDeadlockError) and ulang < ULANG_MAKS:
		frappe.request.environ[_ULANG] = ulang + 1
		raise Terdesak from None


def read_centang(form: Mapping, awalan: str = "pilih-") -> dict[str, str]:
	"""Boxes of a form that begin alike: what is ticked, as its name goes on after ``awalan`` -> what was sent with it."""
	return {
		kunci.removeprefix(awalan): str(nilai) for kunci, nilai in form.items() if kunci.startswith(awalan)
	}


def get_aksi() -> tuple[str, str]:
	"""("hapus_indikator", "3") of the button ``hapus_indikator:3``."""
	nama, _titik, rincian = str(frappe.form_dict.get("aksi") or "").partition(":")
	return nama, rincian


# --- a refusal that is about one field stands beside it, on every form, and the list at the top leads there

_BIDANG = r'<(input|select|textarea)(?=[^>]*\sname="{nama}")(?![^>]*type="hidden")'


def find_medan(galat: list[str]) -> dict[str, str]:
	"""Sentence -> name of the field that it is about; sentences about no field are missing."""
	medan = get_medan_salah()
	return {kalimat: medan[kalimat] for kalimat in galat or () if kalimat in medan}


def mark_medan(html: str, medan: dict[str, str]) -> str:
	"""``html`` of a page with its fields marked; the first of them takes the focus."""
	for urutan, (kalimat, nama) in enumerate(medan.items()):
		html = _mark(html, nama, kalimat, fokus=not urutan)
	return html


def _mark(html: str, nama: str, kalimat: str, fokus: bool) -> str:
	cocok = re.search(_BIDANG.format(nama=re.escape(escape_html(nama))), html)
	if not cocok:
		return html
	kunci = escape_html(nama)
	tanda = f' id="medan-{kunci}" aria-invalid="true" aria-describedby="galat-{kunci}"{" autofocus" if fokus else ""}'
	pesan = f'<span class="ka-galat" id="galat-{kunci}">{escape_html(kalimat)}</span>'
	awal = _find_awal(html, cocok)
	return html[:awal] + pesan + html[awal : cocok.end()] + tanda + html[cocok.end() :]


def _find_awal(html: str, cocok: re.Match) -> int:
	"""Before the field itself, which its label holds; a choice among several is told of before the first."""
	tanda = html[cocok.start() : html.index(">", cocok.start())]
	pilihan = 'type="radio"' in tanda or 'type="checkbox"' in tanda
	return html.rindex("<label", 0, cocok.start()) if pilihan else cocok.start()
