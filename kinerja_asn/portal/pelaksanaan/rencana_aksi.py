"""The page of a rencana aksi: what the employee types, how that becomes the document, what both read and may do."""

import re
from collections import defaultdict

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import StatusRencanaAksi, Tahap
from kinerja_asn.permissions.lingkup import has_left
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen
from kinerja_asn.rules.rencana_aksi import check_rentang, format_rentang, get_bulan
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.penolakan import note_medan
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import format_saat, get_today
from kinerja_asn.services.pelaksanaan.lintasan import (
	can_bertarget,
	describe_target,
	find_salah_target,
	get_indikator,
	get_target,
)
from kinerja_asn.services.pelaksanaan.rencana_aksi import DOCTYPE, may_ask
from kinerja_asn.services.perencanaan.skp.rencana import get_hasil_kerja

KELAS_STATUS = {
	StatusRencanaAksi.DISUSUN: "netral",
	StatusRencanaAksi.MENUNGGU: "info",
	StatusRencanaAksi.DISEPAKATI: "baik",
	StatusRencanaAksi.BERUBAH: "ingat",
}
_KUNCI_LANGKAH = re.compile(r"langkah-(\d{1,3})-uraian")
_MEDAN = ("name", "hasil", "uraian", "mulai", "selesai", "iki", "angka")


# --- which one, and who may do what


def get_rencana_aksi(skp):
	"""The stored one of this SKP, or a new one that is not stored yet."""
	if frappe.db.exists(DOCTYPE, skp.name):
		return get_dokumen(DOCTYPE, skp.name)
	return frappe.new_doc(DOCTYPE, skp=skp.name)


def may_tulis(skp) -> bool:
	return skp.pegawai_user == frappe.session.user and _is_terbuka(skp)


def may_minta(skp) -> bool:
	return may_ask(skp) and _is_terbuka(skp) and not has_left(frappe.session.user)


def _is_terbuka(skp) -> bool:
	return skp.tahap != Tahap.DITUTUP and get_periode(skp.periode).status == "Dibuka"


def may_sepakat(doc) -> bool:
	"""While it waits only the Penilai may write to it besides the employee himself (constants/dokumen/pelaksanaan.py)."""
	menunggu = doc.status == StatusRencanaAksi.MENUNGGU and doc.penilai_user == frappe.session.user
	return menunggu and doc.has_permission("write")


def may_ajukan(doc) -> bool:
	"""What waits already waits as it is saved."""
	return doc.status != StatusRencanaAksi.MENUNGGU


def get_versi(doc) -> str:
	"""What the page was read at; nobody loses his words to one that was only asked for meanwhile."""
	return str(doc.modified or "") if doc.baris else ""


# --- the form


def read_dokumen(skp, doc) -> list[frappe._dict]:
	"""Each hasil kerja with its steps; with an empty one where there is none. Last what a change took out of the plan."""
	indikator = get_indikator(skp.name) if any(row.indikator for row in doc.baris) else {}
	return _group(skp, doc, [_read_langkah(row, indikator.get(row.indikator)) for row in doc.baris])


def _read_langkah(row, iki) -> frappe._dict:
	return frappe._dict(
		name=row.name or "",
		hasil=row.hasil_kerja,
		uraian=row.langkah or "",
		mulai=row.bulan_mulai,
		selesai=row.bulan_selesai,
		iki=row.indikator or "",
		angka=get_target(row, iki) if iki else row.target_bulanan or "",
	)


def get_pilihan_target(skp) -> dict[str, list[tuple[str, str]]]:
	"""kunci of the hasil kerja -> indikator whose target falls into months, once the plan is set; before, the plan says so."""
	pilihan = defaultdict(list)
	if skp.tahap == Tahap.DITETAPKAN:
		for kunci, iki in get_indikator(skp.name).items():
			if can_bertarget(iki):
				pilihan[iki.hasil_kerja].append((kunci, iki.indikator))
	return pilihan


def read_isian(skp, doc, form, tambah: str = "") -> list[frappe._dict]:
	"""The same as typed; ``tambah`` is the hasil kerja that gets a further step."""
	nomor = sorted(int(cocok[1]) for medan in form if (cocok := _KUNCI_LANGKAH.fullmatch(medan)))
	langkah = [
		frappe._dict({medan: str(form.get(f"langkah-{ke}-{medan}") or "") for medan in _MEDAN})
		for ke in nomor
	]
	hasil_kerja = _group(skp, doc, langkah)
	for hasil in hasil_kerja:
		if hasil.kunci == tambah:
			hasil.langkah.append(_make_langkah(skp, hasil.kunci, baru=True))
			_number(hasil_kerja)
	return hasil_kerja


def _group(skp, doc, langkah: list[frappe._dict]) -> list[frappe._dict]:
	hasil_kerja = get_hasil_kerja(skp.name)
	ada = {hasil.kunci for hasil in hasil_kerja}
	for row in doc.baris:
		if row.hasil_kerja not in ada:
			ada.add(row.hasil_kerja)
			lama = frappe._dict(
				kunci=row.hasil_kerja, rencana_hasil_kerja=row.rencana_hasil_kerja, hilang=True
			)
			hasil_kerja.append(lama)
	for hasil in hasil_kerja:
		hasil.langkah = [row for row in langkah if row.hasil == hasil.kunci]
		if not (hasil.langkah or hasil.hilang):
			hasil.langkah = [_make_langkah(skp, hasil.kunci)]
	_number(hasil_kerja)
	return hasil_kerja


def _make_langkah(skp, kunci: str, **nilai) -> frappe._dict:
	"""An empty one: from this month to the plan's last, as most are meant that are written in the running year."""
	bulan = get_pilihan_bulan(skp)
	kini = get_bulan(get_today(), get_today())[0]
	mulai = kini if kini in bulan and get_today().year == getdate(skp.awal).year else bulan[0]
	return frappe._dict(
		name="", hasil=kunci, uraian="", mulai=mulai, selesai=bulan[-1], iki="", angka="", **nilai
	)


def _number(hasil_kerja: list[frappe._dict]) -> None:
	"""``kode``: what the names of a step's fields begin with; ``nomor``: as the reader counts."""
	semua = [langkah for hasil in hasil_kerja for langkah in hasil.langkah]
	for ke, langkah in enumerate(semua):
		langkah.kode = f"langkah-{ke}"
	for hasil in hasil_kerja:
		for nomor, langkah in enumerate(hasil.langkah, 1):
			langkah.nomor = nomor


def get_pilihan_bulan(skp) -> list[str]:
	return [str(bulan) for bulan in get_bulan(getdate(skp.awal), getdate(skp.akhir))]


# --- saving


def save_isian(skp, doc, isian: list[frappe._dict], modified: str) -> None:
	fill_isian(skp, doc, isian, modified)
	doc.save()


def submit_isian(skp, doc, isian: list[frappe._dict], modified: str) -> bool:
	"""As ``save_isian``, and to the Penilai in the same save. False: it is as it was agreed on, and stays so."""
	fill_isian(skp, doc, isian, modified)
	doc.status = str(StatusRencanaAksi.MENUNGGU)
	doc.save()
	return doc.status == StatusRencanaAksi.MENUNGGU


def fill_isian(skp, doc, isian: list[frappe._dict], modified: str) -> None:
	"""A step left without words is none: emptied, it goes. All that is wrong is said at once."""
	if get_versi(doc):
		check_belum_berubah(doc, modified)
	terisi = [langkah for hasil in isian for langkah in hasil.langkah if langkah.uraian.strip()]
	if masalah := [salah for langkah in terisi if (salah := _find_salah(skp, langkah))]:
		frappe.throw(masalah, title=_("Isian belum benar"), as_list=True)
	tersimpan = {row.name: row for row in doc.baris}
	doc.set("baris", [_build_baris(langkah, tersimpan) for langkah in terisi])


def _find_salah(skp, langkah: frappe._dict) -> str | None:
	medan, salah = (
		"selesai",
		check_rentang(langkah.mulai, langkah.selesai, getdate(skp.awal), getdate(skp.akhir)),
	)
	if not salah and langkah.angka.strip():
		medan, salah = "angka", find_salah_target(langkah.angka, langkah.mulai, langkah.selesai)
		if not langkah.iki:
			medan, salah = "iki", _("pilih indikator yang target bulanannya Anda tulis.")
	if not salah:
		return None
	kalimat = _('Langkah "{0}": {1}').format(langkah.uraian.strip()[:60], salah)
	return note_medan(f"{langkah.kode}-{medan}", kalimat)


def _build_baris(langkah: frappe._dict, tersimpan: dict):
	isi = {
		"hasil_kerja": langkah.hasil,
		"langkah": langkah.uraian.strip(),
		"bulan_mulai": langkah.mulai,
		"bulan_selesai": langkah.selesai,
		"indikator": langkah.iki or None,
		"target_bulanan": langkah.angka.strip() or None,
	}
	row = tersimpan.pop(langkah.name, None)
	if row:
		row.update(isi)
	return row or isi


# --- reading


def build_tampilan(skp, doc) -> list[frappe._dict]:
	"""Each hasil kerja with its steps for reading; ``baru``: written or changed since it was agreed on."""
	hasil_kerja = read_dokumen(skp, doc)
	sepakat = {row.name: row.disepakati for row in doc.baris}
	target = describe_target(skp.name, doc.baris)
	for hasil in hasil_kerja:
		hasil.langkah = [langkah for langkah in hasil.langkah if langkah.uraian]
		for langkah in hasil.langkah:
			langkah.rentang = format_rentang(langkah.mulai, langkah.selesai)
			langkah.target = target.get(langkah.name)
			langkah.baru = bool(doc.disepakati_pada) and not sepakat[langkah.name]
	return hasil_kerja


def describe_kesepakatan(doc) -> list[str]:
	"""What was asked, submitted and agreed, in sentences."""
	kalimat = []
	if doc.diminta:
		kalimat.append(_("Diminta {0} pada {1}.").format(doc.nama_penilai, format_saat(doc.diminta_pada)))
	if doc.status == StatusRencanaAksi.MENUNGGU:
		kalimat.append(
			_("Diajukan pada {0}; kesepakatan {1} ditunggu.").format(
				format_saat(doc.diajukan_pada), doc.nama_penilai
			)
		)
	if doc.disepakati_pada:
		kalimat.append(
			_("Disepakati dengan {0} pada {1}.").format(doc.nama_penyepakat, format_saat(doc.disepakati_pada))
		)
	if doc.status == StatusRencanaAksi.BERUBAH:
		kalimat.append(_("Yang bertanda “berubah” belum disepakati."))
	return kalimat


def summarize(skp) -> frappe._dict:
	"""For the pages of the plan: status, whether it is asked for, where it is, how many steps; by the rights on the SKP."""
	table = frappe.qb.DocType(DOCTYPE)
	rows = (
		frappe.qb.from_(table)
		.select(table.status, table.diminta, table.permintaan)
		.where(table.name == skp.name)
		.run(as_dict=True)
	)
	ringkasan = rows[0] if rows else frappe._dict(status=None, diminta=0, permintaan=None)
	ringkasan.alamat = get_alamat("rencana_aksi", name=skp.name)
	ringkasan.kelas = KELAS_STATUS[StatusRencanaAksi(ringkasan.status)] if ringkasan.status else None
	return ringkasan
