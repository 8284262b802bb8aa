"""Asking for feedback: of one's own accord (p. 70 no. 9), or about somebody from several sides at once (360).

Nobody has a right to write these records; what is written here was asked of the session user first. Whom he is rated by in
a 360 nobody chooses himself: the rated employee proposes in words, his Penilai or HR chooses.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import (
	JenisPermintaan,
	PeranUmpanBalik,
	SasaranUmpanBalik,
	StatusPermintaan,
	Tahap,
)
from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.lingkup import get_instansi, get_nama_pegawai, get_pegawai, has_left
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.rules.umpan_balik import DAPAT_ANONIM, MINIMUM_TERKECIL, find_kurang
from kinerja_asn.services.bersama.isian import find_salah_teks
from kinerja_asn.services.bersama.kunci import make_sidik
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.periode import check_periode_dibuka, get_periode
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.pelaksanaan.umpan_balik import amplop, kabar
from kinerja_asn.services.pelaksanaan.umpan_balik.responden import (
	describe_halangan,
	find_sekitar,
	get_orang,
	get_peran,
)

DOCTYPE, RESPONDEN = "Permintaan Umpan Balik", "Responden Umpan Balik"
RESPONDEN_MAKS = 60
HARI_MAKS = 90
_MEDAN_ANONIM = {
	PeranUmpanBalik.REKAN: "anonim_rekan",
	PeranUmpanBalik.BAWAHAN: "anonim_bawahan",
	PeranUmpanBalik.LAIN: "anonim_lain",
}


@dataclass(frozen=True)
class Isian:
	"""What a request says. ``nilai`` empty with the sasaran Perilaku Kerja: each of them."""

	jenis: JenisPermintaan
	tenggat: date
	responden: Collection[str]
	sasaran: SasaranUmpanBalik = SasaranUmpanBalik.PERILAKU
	hasil_kerja: str = ""
	nilai: str = ""
	pesan: str = ""


@dataclass(frozen=True)
class Pertanyaan:
	"""One thing that a request asks about."""

	sasaran: SasaranUmpanBalik
	uraian: str
	hasil_kerja: str = ""
	nilai: str = ""
	panduan: tuple[str, ...] = field(default=())


# --- who may ask


def may_minta(skp) -> bool:
	"""The employee for himself, his leaders and HR about him."""
	return _is_terbuka(skp) and (skp.pegawai_user == frappe.session.user or may_pilih(skp))


def may_pilih(skp) -> bool:
	"""May the session user choose whom a 360 asks? Penilai, his superior, and HR; about nobody but others."""
	user = frappe.session.user
	if skp.pegawai_user == user or has_left(user):
		return False
	return user in (skp.penilai_user, skp.atasan_penilai_user) or is_pengelola(skp)


def is_pengelola(doc) -> bool:
	return PENGELOLA in frappe.get_roles() and doc.instansi in get_instansi(frappe.session.user)


def may_tutup(doc) -> bool:
	"""Who asked, and for a 360 whoever may ask for one now; the rated employee nothing but his own request."""
	if doc.status != StatusPermintaan.BERJALAN:
		return False
	if doc.jenis == JenisPermintaan.BIASA and doc.peminta_user == frappe.session.user:
		return True
	return may_pilih(doc)


def _is_terbuka(skp) -> bool:
	return skp.tahap == Tahap.DITETAPKAN and get_periode(skp.periode).status == "Dibuka"


# --- what is promised


def get_janji(periode: str) -> tuple[tuple[PeranUmpanBalik, ...], int]:
	"""Roles that answer a 360 without their names, and how many of each it takes; as HR has set it by now."""
	setelan = get_periode(periode)
	anonim = tuple(peran for peran in DAPAT_ANONIM if setelan.get(_MEDAN_ANONIM[peran]))
	return anonim, max(setelan.minimum_responden or 0, MINIMUM_TERKECIL)


def read_janji(doc) -> tuple[PeranUmpanBalik, ...]:
	"""The roles that this request promised it, whatever HR has set since."""
	return tuple(PeranUmpanBalik(peran) for peran in (doc.janji_anonim or "").splitlines())


# --- asking


def ask(skp, isian: Isian) -> str:
	"""Stores the request with all whom it asks, and tells them. Returns its name."""
	check_bertugas()
	_check_peminta(skp, isian)
	_check_isi(skp, isian)
	orang = _read_responden(skp, isian)
	anonim, minimum = get_janji(skp.periode) if _is_360(isian) else ((), 0)
	_check_cukup(orang, anonim, minimum)
	doc = _insert(skp, isian, anonim, minimum)
	_insert_responden(doc, orang)
	for peran, banyak in Counter(row.peran for row in orang).items():
		if peran in anonim:
			amplop.make(doc.name, str(peran), minimum, banyak)
	_fulfil_usulan(skp, isian)
	kabar.tell_permintaan(doc)
	return doc.name


def propose(skp, pesan: str) -> str:
	"""The rated employee proposes a 360, and says of whom; who is asked he does not choose."""
	if skp.pegawai_user != frappe.session.user or not _is_terbuka(skp):
		frappe.throw(
			_("Usulan umpan balik 360 dibuat oleh pegawai itu sendiri, atas SKP yang sudah ditetapkan."),
			frappe.PermissionError,
		)
	if not pesan.strip():
		refuse_isian("pesan", _("Tulis siapa yang Anda usulkan dan mengapa."))
	_check_pesan(pesan)
	isian = Isian(JenisPermintaan.TIGA_ENAM_PULUH, get_today(), (), pesan=pesan.strip())
	doc = _insert(skp, isian, (), 0, StatusPermintaan.DIUSULKAN)
	kabar.tell_usulan(doc)
	return doc.name


def decline(doc) -> None:
	"""A proposal that its Penilai does not follow, or that the employee takes back."""
	if doc.status != StatusPermintaan.DIUSULKAN or not (
		doc.peminta_user == frappe.session.user or may_pilih(doc)
	):
		frappe.throw(
			_("Usulan ini sudah ditanggapi, atau bukan wewenang Anda. Muat ulang halaman."),
			frappe.PermissionError,
		)
	_set_status(doc.name, StatusPermintaan.DIBATALKAN)
	kabar.tell_penolakan(doc)


def find_usulan(skp: str) -> frappe._dict | None:
	"""The proposal that waits for an answer."""
	saring = {"skp": skp, "status": str(StatusPermintaan.DIUSULKAN)}
	return frappe.db.get_value(DOCTYPE, saring, ["name", "pesan", "nama_peminta"], as_dict=True)


def _fulfil_usulan(skp, isian: Isian) -> None:
	usulan = _is_360(isian) and find_usulan(skp.name)
	if usulan:
		_set_status(usulan.name, StatusPermintaan.SELESAI)


def _set_status(name: str, status: StatusPermintaan) -> None:
	frappe.db.set_value(DOCTYPE, name, {"status": str(status), "kunci_berjalan": None})


def _is_360(isian: Isian) -> bool:
	return isian.jenis == JenisPermintaan.TIGA_ENAM_PULUH


def _check_peminta(skp, isian: Isian) -> None:
	check_periode_dibuka(skp.periode)
	if skp.tahap != Tahap.DITETAPKAN:
		frappe.throw(_("Umpan balik diminta atas SKP yang sudah ditetapkan dan belum ditutup."))
	boleh = may_pilih(skp) if _is_360(isian) else may_minta(skp)
	if not boleh:
		frappe.throw(
			_(
				"Penjawab umpan balik 360 dipilih oleh Pejabat Penilai, atasannya, atau pengelola kinerja, bukan oleh pegawai "
				"yang dinilai. Sampaikan usulan Anda kepada Pejabat Penilai."
			)
			if _is_360(isian)
			else _("Umpan balik diminta oleh pegawai itu sendiri, pimpinannya, atau pengelola kinerja."),
			frappe.PermissionError,
		)


def _check_isi(skp, isian: Isian) -> None:
	if not 0 <= (isian.tenggat - get_today()).days <= HARI_MAKS:
		refuse_isian("tenggat", _("Batas menjawab: pilih hari ini sampai {0} hari lagi.").format(HARI_MAKS))
	_check_pesan(isian.pesan)
	if not build_pertanyaan(_as_permintaan(skp, isian)):
		refuse_isian("tentang", _("Pilih apa yang ditanyakan dari daftarnya."))


def _check_pesan(pesan: str) -> None:
	if salah := find_salah_teks(pesan):
		refuse_isian("pesan", _("Pesan: {0}").format(salah))


def _as_permintaan(skp, isian: Isian) -> frappe._dict:
	return frappe._dict(
		skp=skp.name,
		jenis=str(isian.jenis),
		sasaran=str(SasaranUmpanBalik.PERILAKU if _is_360(isian) else isian.sasaran),
		hasil_kerja=None if _is_360(isian) else isian.hasil_kerja or None,
		nilai=None if _is_360(isian) else isian.nilai or None,
	)


def _read_responden(skp, isian: Isian) -> list[frappe._dict]:
	"""Whom the form names, each in the part that the data give him: nobody chooses that."""
	diminta = set(isian.responden)
	if not diminta:
		refuse_isian("cari", _("Pilih paling sedikit satu orang yang diminta."))
	if len(diminta) > RESPONDEN_MAKS:
		refuse_isian("cari", _("Paling banyak {0} orang dalam satu permintaan.").format(RESPONDEN_MAKS))
	orang, sekitar = get_orang(diminta), find_sekitar(skp)
	if salah := describe_halangan(diminta, orang):
		refuse_isian("cari", salah)
	dikenal = {skp.pegawai, *sekitar.pimpinan, *sekitar.bawahan, *sekitar.rekan}
	for row in orang:
		row.peran = get_peran(skp, sekitar, row.name)
		if row.name not in dikenal and row.company != skp.instansi:
			refuse_isian("cari", _("{0} bukan pegawai instansi ini.").format(row.employee_name))
	return orang


def _check_cukup(orang: list, anonim: Collection[PeranUmpanBalik], minimum: int) -> None:
	"""The one who asks is nobody's cover: what remains is whom he does not know."""
	for row in orang:
		if row.peran in anonim and row.user_id == frappe.session.user:
			refuse_isian("cari", _("Anda sendiri tidak dapat menjawab tanpa nama permintaan yang Anda buat."))
	per_peran = Counter(row.peran for row in orang if row.peran in anonim)
	if kurang := find_kurang(per_peran, minimum):
		refuse_isian(
			"cari",
			_(
				"{0} dijanjikan menjawab tanpa nama, dan jawabannya baru terbuka bila paling sedikit {1} orang menjawab. "
				"Pilih paling sedikit {1} orang, atau tidak seorang pun dari peran itu."
			).format(", ".join(_(str(peran)) for peran in kurang), minimum),
		)


def _insert(skp, isian: Isian, anonim, minimum: int, status=StatusPermintaan.BERJALAN):
	isi = _as_permintaan(skp, isian)
	doc = frappe.get_doc(
		doctype=DOCTYPE,
		name=frappe.generate_hash(length=16),
		**{kolom: skp.get(kolom) for kolom in (*KOLOM_PIHAK, "periode")},
		**isi,
	)
	doc.update(
		{
			"status": str(status),
			"tenggat": isian.tenggat if status == StatusPermintaan.BERJALAN else None,
			"pesan": isian.pesan.strip() or None,
			"sasaran_uraian": _describe_sasaran(isi),
			"peminta": next(iter(get_pegawai(frappe.session.user)), None),
			"nama_peminta": get_nama_pegawai(frappe.session.user) or frappe.session.user,
			"peminta_user": frappe.session.user,
			"janji_anonim": "\n".join(map(str, anonim)) or None,
			"minimum": minimum,
			"kunci_berjalan": _make_kunci(isi, status),
		}
	)
	doc.db_insert()
	return doc


def _make_kunci(isi: Mapping, status: StatusPermintaan) -> str:
	"""One 360 about somebody at a time: of two with nearly the same people the difference would tell who said what. Of
	other requests one by the same person about the same thing."""
	if isi.jenis == JenisPermintaan.TIGA_ENAM_PULUH:
		return make_sidik(isi.skp, isi.jenis, str(status))
	return make_sidik(isi.skp, isi.jenis, frappe.session.user, isi.sasaran, isi.hasil_kerja, isi.nilai)


def _insert_responden(doc, orang: list[frappe._dict]) -> None:
	"""In no order, and as nobody's but the server's."""
	baku = BarisBaku(RESPONDEN)
	insert_banyak(
		RESPONDEN,
		[
			baku.build(
				{
					"name": frappe.generate_hash(length=16),
					"permintaan": doc.name,
					"responden": row.name,
					"nama_responden": row.employee_name,
					"jabatan_responden": row.designation,
					"responden_user": row.user_id,
					"peran": str(row.peran),
				}
			)
			for row in orang
		],
	)


# --- what it asks about


def build_pertanyaan(permintaan) -> list[Pertanyaan]:
	"""By the plan in force; empty where what was asked about is not in it."""
	if permintaan.sasaran == SasaranUmpanBalik.UMUM:
		return [_make_umum()]
	if permintaan.sasaran == SasaranUmpanBalik.HASIL_KERJA:
		return _build_hasil_kerja(permintaan.skp, permintaan.hasil_kerja)
	perilaku = _build_perilaku(permintaan.skp, permintaan.nilai)
	lengkap = perilaku and permintaan.jenis == JenisPermintaan.TIGA_ENAM_PULUH
	return [*perilaku, _make_umum()] if lengkap else perilaku


def _make_umum() -> Pertanyaan:
	return Pertanyaan(SasaranUmpanBalik.UMUM, _("Secara umum"))


def _build_hasil_kerja(skp: str, kunci: str | None) -> list[Pertanyaan]:
	saring = {**get_saring_anak("SKP", skp), "kunci": kunci or ""}
	rows = frappe.get_all("SKP Hasil Kerja", saring, ["kunci", "rencana_hasil_kerja"])
	return [
		Pertanyaan(SasaranUmpanBalik.HASIL_KERJA, row.rencana_hasil_kerja, hasil_kerja=row.kunci)
		for row in rows
	]


def _build_perilaku(skp: str, nilai: str | None) -> list[Pertanyaan]:
	saring = get_saring_anak("SKP", skp) | ({"nilai": nilai} if nilai else {})
	rows = frappe.get_all("SKP Perilaku", saring, ["nilai", "panduan"], order_by="idx")
	return [
		Pertanyaan(
			SasaranUmpanBalik.PERILAKU,
			row.nilai,
			nilai=row.nilai,
			panduan=tuple((row.panduan or "").splitlines()),
		)
		for row in rows
	]


def _describe_sasaran(permintaan) -> str | None:
	daftar = build_pertanyaan(permintaan) if permintaan.hasil_kerja or permintaan.nilai else []
	return daftar[0].uraian[:140] if daftar else None


# --- who was asked, as whoever asked sees it


def get_responden(permintaan: str) -> list[frappe._dict]:
	"""The caller has checked who reads it: nobody but the session user's page of the request."""
	kolom = ["name", "responden_user", "nama_responden", "peran", "sudah_menjawab"]
	return frappe.get_all(RESPONDEN, {"permintaan": permintaan}, kolom, order_by="nama_responden, name")


def is_lewat(doc) -> bool:
	return bool(doc.tenggat) and getdate(doc.tenggat) < get_today()
