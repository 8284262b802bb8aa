"""What the page "Penugasan" shows and what its forms ask for (p. 46)."""

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import (
	Aspek,
	BentukPenugasan,
	CaraHitung,
	Istilah,
	JenisHasilKerja,
	PenugasanSebagai,
	Perspektif,
	Sifat,
	StatusPenugasan,
)
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.constants.ukuran import UKURAN_BERASPEK
from kinerja_asn.permissions.lingkup import get_pegawai
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.portal.dasar.progres import describe_progres
from kinerja_asn.portal.perencanaan.baris_skp import (
	build_indikator,
	make_indikator,
	parse_tanggal,
	take_indikator,
)
from kinerja_asn.portal.perencanaan.formulir_skp import get_penjelasan_hitung, list_arah
from kinerja_asn.rules.nomor_induk import read_nomor_induk
from kinerja_asn.services.bersama.penolakan import note_medan
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.unit import get_banyak_nama_unit, get_nama_unit
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import get_ambil_alih
from kinerja_asn.services.pelaksanaan.progres import get_progres_baris
from kinerja_asn.services.perencanaan.penugasan import penugasan as layanan
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target

KELAS_STATUS = {
	StatusPenugasan.MENUNGGU: "info",
	StatusPenugasan.DISETUJUI: "baik",
	StatusPenugasan.DITOLAK: "bahaya",
	StatusPenugasan.DITARIK: "netral",
}
BENTUK = {"ajukan": BentukPenugasan.SUKARELA, "tugaskan": BentukPenugasan.PENUNJUKAN}
TERBANYAK = 50
_TEKS = ("uraian", "jenis", "sebagai", "dasar", "dari", "sampai", "luar", "perspektif")


# --- lists


def get_daftar() -> frappe._dict:
	"""The session user's assignments: for him to decide on, about him, made by him; newest first."""
	user = frappe.session.user
	return frappe._dict(
		putusan=_get_rows(penilai_user=user, status=str(StatusPenugasan.MENUNGGU)),
		saya=_get_rows(pegawai_user=user),
		dari_saya=_get_rows(pemberi_user=user),
	)


def _get_rows(**saring) -> list:
	rows = frappe.get_list(
		"Penugasan Kinerja",
		filters=saring,
		fields=[
			"name",
			"bentuk",
			"status",
			"periode",
			"nama_pegawai",
			"nama_pemberi",
			"jabatan_pemberi",
			"pemberi_luar",
			"rencana_hasil_kerja",
		],
		order_by="creation desc",
		limit_page_length=TERBANYAK,
	)
	for row in rows:
		row.alamat = get_alamat("penugasan", name=row.name)
		row.kelas = KELAS_STATUS[StatusPenugasan(row.status)]
		row.pemberi = row.nama_pemberi or row.pemberi_luar
	return rows


# --- one assignment


def build_rincian(doc) -> frappe._dict:
	"""What its page says about an assignment, besides the document itself."""
	return frappe._dict(
		kelas=KELAS_STATUS[StatusPenugasan(doc.status)],
		target=get_teks_target(doc),
		jangka=_describe_jangka(doc),
		pegawai=doc.pegawai_user == frappe.session.user,
		putuskan=layanan.may_decide(doc),
		tarik=layanan.may_withdraw(doc),
		rencana=_get_tautan_rencana(doc),
		baris=_build_baris(doc),
		umpan_balik=_get_umpan_balik(doc),
	)


def _describe_jangka(doc) -> str:
	dari, sampai = (
		formatdate(tanggal, "d MMMM yyyy") if tanggal else "…" for tanggal in (doc.dari, doc.sampai)
	)
	return f"{dari} – {sampai}" if doc.dari or doc.sampai else ""


def _get_tautan_rencana(doc) -> str | None:
	"""The plan it went into, for those who may read that plan."""
	if doc.status != StatusPenugasan.DISETUJUI or not frappe.get_doc("SKP", doc.skp).has_permission("read"):
		return None
	halaman = "skp" if doc.pegawai_user == frappe.session.user else "tim/skp"
	return get_alamat(halaman, name=doc.skp)


def _build_baris(doc) -> frappe._dict | None:
	"""The assigned row as it stands now, with its progress; nothing else of the SKP."""
	baris = layanan.get_baris(doc)
	if not baris:
		return None
	progres = get_progres_baris(baris) if baris.skp.tahap in DISEPAKATI else []
	diambil_alih = baris.baris.kunci in get_ambil_alih(baris.skp.name, get_today())
	return frappe._dict(
		jenis=baris.baris.jenis,
		uraian=baris.baris.rencana_hasil_kerja,
		indikator=[
			frappe._dict(
				indikator=iki.indikator,
				target=get_teks_target(iki),
				satuan=iki.satuan or "",
				progres=describe_progres(progres[nomor], iki, diambil_alih) if progres else None,
			)
			for nomor, iki in enumerate(baris.indikator)
		],
		boleh_umpan_balik=layanan.may_give_umpan_balik(doc, baris),
		tentang=[("", baris.baris.rencana_hasil_kerja[:90])],
		sifat=[str(sifat) for sifat in Sifat],
	)


def _get_umpan_balik(doc) -> list:
	"""Of the feedback its assigner gave, what the session user may read."""
	return frappe.get_list(
		"Umpan Balik Kinerja",
		filters={"penugasan": doc.name},
		fields=["tanggal", "nama_pemberi", "peran", "sasaran", "sasaran_uraian", "sifat", "isi"],
		order_by="tanggal desc, creation desc",
	)


# --- the forms


def choose_calon(pegawai: str | None, nomor: str | None) -> frappe._dict | None:
	"""The person that was picked from the search; None when there is none whom the session user may name."""
	dibaca = read_nomor_induk(nomor)
	saring = dict([dibaca]) if dibaca else {"name": pegawai or ""}
	calon = frappe.db.get_value("Employee", {**saring, "status": "Active"}, layanan.CALON, as_dict=True)
	if not calon or not layanan.may_name(calon, nomor):
		return None
	calon.unit = get_nama_unit(calon.department)
	return calon


def find_calon(cari: str, bentuk: str) -> list:
	"""People found, each with the query of the address on which he is picked."""
	rows = layanan.find_calon(cari, BENTUK[bentuk])
	nomor = read_nomor_induk(cari)
	unit = get_banyak_nama_unit(row.department for row in rows)
	for row in rows:
		row.unit = unit[row.department]
		row.tanya = {"nomor": nomor[1]} if nomor else {"pegawai": row.name}
	return rows


def read_isian(form) -> frappe._dict:
	"""What was typed, or the empty form."""
	isian = frappe._dict({nama: str(form.get(nama) or "") for nama in _TEKS})
	isian.jenis = isian.jenis or str(JenisHasilKerja.TAMBAHAN)
	isian.iki = take_indikator(form, "iki-0") if form.get("aksi") else make_indikator()
	isian.iki.kode = "iki-0"
	return isian


def build_pilihan() -> frappe._dict:
	return frappe._dict(
		jenis=_list(JenisHasilKerja),
		sebagai=_list(PenugasanSebagai),
		perspektif=_list(Perspektif),
		aspek=_list(Aspek),
		arah=list_arah(),
		hitung=[(str(cara), get_penjelasan_hitung()[cara]) for cara in CaraHitung],
	)


def _list(istilah: type[Istilah]) -> list[tuple[str, str]]:
	return [(str(nilai), _(str(nilai))) for nilai in istilah]


def make_penugasan(bentuk: BentukPenugasan, calon, isian) -> str:
	"""Send the assignment; its name. The same one sent twice (a double click) is sent once."""
	rencana = isian.uraian.strip()
	kembar = {"rencana_hasil_kerja": rencana, "status": str(StatusPenugasan.MENUNGGU)}
	siapa = _get_siapa(bentuk, calon, isian)
	if ada := frappe.get_list("Penugasan Kinerja", filters={**kembar, **siapa}, pluck="name", limit=1):
		return ada[0]
	nip = (
		{"nip_pegawai" if bentuk == BentukPenugasan.PENUNJUKAN else "nip_pemberi": calon.nip or calon.nrp}
		if calon
		else {}
	)
	doc = frappe.get_doc(
		doctype="Penugasan Kinerja", bentuk=str(bentuk), **siapa, **nip, **_build_nilai(isian)
	)
	return doc.insert().name


def _get_siapa(bentuk: BentukPenugasan, calon, isian) -> dict:
	if bentuk == BentukPenugasan.PENUNJUKAN:
		return {"pegawai": calon.name} if calon else frappe.throw(_("Pilih dahulu pegawai yang ditugaskan."))
	sendiri = next(iter(get_pegawai(frappe.session.user)), None)
	if not sendiri:
		frappe.throw(_("Akun Anda belum terhubung dengan data pegawai. Hubungi pengelola kinerja."))
	return {
		"pegawai": sendiri,
		**({"pemberi": calon.name} if calon else {"pemberi_luar": isian.luar.strip()}),
	}


def _check_terisi(isian) -> None:
	"""Both said at once, in words that fit a form of a single row."""
	wajib = (
		(isian.uraian, "uraian", _("Tulis rencana hasil kerja yang diharapkan.")),
		(isian.iki.indikator, f"{isian.iki.kode}-indikator", _("Tulis indikator kinerja individunya.")),
	)
	if masalah := [note_medan(medan, pesan) for isi, medan, pesan in wajib if not isi.strip()]:
		frappe.throw(masalah, title=_("Isian belum benar"), as_list=True)


def _build_nilai(isian) -> dict:
	_check_terisi(isian)
	indikator, masalah = build_indikator(isian.iki, 1, kualitatif=False)
	tanggal = {}
	for kolom in ("dari", "sampai"):
		try:
			tanggal[kolom] = parse_tanggal(isian[kolom].strip())
		except ValueError:
			kalimat = _('"{0}" bukan tanggal. Tulis seperti 31-12-2025.').format(isian[kolom][:20])
			masalah.append(note_medan(kolom, kalimat))
	if masalah:
		frappe.throw(masalah, title=_("Isian belum benar"), as_list=True)
	return {
		**{kolom: nilai for kolom, nilai in indikator.items() if kolom in UKURAN_BERASPEK},
		**tanggal,
		"rencana_hasil_kerja": isian.uraian.strip(),
		"jenis": isian.jenis,
		"penugasan_sebagai": isian.sebagai or None,
		"perspektif": isian.perspektif or None,
		"dasar": isian.dasar.strip() or None,
	}
