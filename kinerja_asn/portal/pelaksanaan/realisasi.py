"""The form in which an employee reports one month: figures as typed, evidence, and how they become the document."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Arah, CaraHitung, StatusProgres, Tahap
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.portal.dasar.halaman import HalamanTertutup, read_centang
from kinerja_asn.portal.dasar.progres import describe_progres
from kinerja_asn.portal.pelaksanaan.isian_realisasi import (
	check_turun,
	describe_isian,
	find_turun,
	find_turun_masa,
	get_gabungan_sebelum,
	get_masa_lalu,
	read_angka,
)
from kinerja_asn.rules.capaian import ARAH_BERANGKA
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.progres import PERLU_TERAKHIR
from kinerja_asn.services.bersama.angka import AngkaTidakJelas, format_isian, format_tampil, parse_angka
from kinerja_asn.services.bersama.langkah import advance, check_belum_berubah, find_langkah, send_back
from kinerja_asn.services.bersama.penolakan import note_medan
from kinerja_asn.services.bersama.periode import get_periode, get_tenggat_realisasi
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import AmbilAlih, find_sukarela, get_ambil_alih
from kinerja_asn.services.pelaksanaan.bukti import UKURAN_MAKS_BAKU_MB, check_berkas, get_ekstensi
from kinerja_asn.services.pelaksanaan.masyarakat.sumber import get_angka
from kinerja_asn.services.pelaksanaan.pengimporan.baris import is_dari_impor
from kinerja_asn.services.pelaksanaan.progres import (
	get_gabungan,
	get_masa_skp,
	get_progres,
	may_lapor,
	read_masa,
)
from kinerja_asn.services.pelaksanaan.realisasi import describe_baris
from kinerja_asn.services.pelaksanaan.rencana_aksi import get_langkah_masa
from kinerja_asn.services.pelaksanaan.usulan import UsulanAngka, get_usulan
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target

DOCTYPE = "Realisasi Kinerja"
TAUTAN_KOSONG = 2
FOTO = {"jpg", "jpeg"}  # what a phone's camera gives
_UNTUK = "berkas_untuk-"
_KUNCI_TAUTAN = re.compile(r"tautan-(\d{1,2})-alamat")


def get_masa(skp, ke: str | None) -> Masa:
	"""The reporting period number ``ke`` of this SKP; closes the page when there is none."""
	for masa in get_masa_skp(skp):
		if str(masa.ke) == str(ke):
			return masa
	if str(ke).isdecimal() and (laporan := find_laporan(skp, int(ke))):
		return read_masa(laporan)
	raise HalamanTertutup(
		_("Masa tidak ditemukan"), _("Pilih masa pelaporan dari halaman Kinerja Saya."), 404
	)


def find_laporan(skp, ke: int):
	"""The stored report, if the session user may see it."""
	nama = frappe.get_list(DOCTYPE, filters={"skp": skp.name, "masa_ke": ke}, pluck="name")
	return frappe.get_doc(DOCTYPE, nama[0]) if nama else None


def get_realisasi(skp, masa: Masa):
	"""The stored report of that period, or a new one that is not stored yet."""
	return find_laporan(skp, masa.ke) or frappe.new_doc(DOCTYPE, skp=skp.name, masa_ke=masa.ke)


def may_isi(doc, skp) -> bool:
	if doc.is_new():
		masa = get_masa(skp, doc.masa_ke)
		return skp.pegawai_user == frappe.session.user and may_lapor(skp, masa)
	return (
		doc.tahap in DISUSUN
		and doc.pegawai_user == frappe.session.user
		and bool(find_langkah(doc, Tahap.DIAJUKAN))
	)


# --- what the form shows


def build_baris(skp, doc, masa: Masa, form=None) -> list[frappe._dict]:
	"""One entry per indikator: target, what was reached before this period, what is due, and what was filled in."""
	sebelum, lalu = get_gabungan_sebelum(skp, masa), get_masa_lalu(skp, masa)
	langkah = get_langkah_masa(skp.name, masa.awal, masa.akhir)
	tersimpan = {row.indikator: row for row in doc.get("baris") or []}
	turun = find_turun(skp, read_angka(form, skp) if form is not None else _get_angka(doc), sebelum)
	usulan, kurang = get_usulan(skp, masa), _describe_kurang(skp, masa)
	diambil = find_sukarela(skp, masa.akhir, get_ambil_alih(skp.name))
	baris = []
	for iki in skp.indikator:
		row = tersimpan.get(iki.kunci)
		progres = get_progres(skp, iki, sebelum.get(iki.kunci), masa.akhir)
		label, petunjuk = describe_isian(iki, skp, masa)
		baris.append(
			frappe._dict(
				kunci=iki.kunci,
				indikator=iki.indikator,
				arah=iki.arah,
				satuan=iki.satuan or "",
				label=label,
				petunjuk=petunjuk,
				target=get_teks_target(iki),
				kumulatif=format_tampil(sebelum.get(iki.kunci)) if iki.arah != Arah.NARATIF else None,
				lalu=lalu.describe(iki.kunci),
				turun=turun.get(iki.kunci),
				seharusnya=format_tampil(progres.seharusnya) if progres.seharusnya is not None else None,
				catatan=row.catatan_penilai if row else None,
				riwayat=row.riwayat if row else None,
				sumber=row.sumber_angka if row and is_dari_impor(row.sumber_angka) else None,
				perlu=None
				if iki.kunci in diambil
				else _find_perlu(iki, progres.seharusnya, sebelum.get(iki.kunci)),
				diambil_alih=iki.kunci in diambil,
				rencana_aksi=langkah.pop(iki.hasil_kerja, ()),  # once for each hasil kerja
				usulan=_show_usulan(usulan.get(iki.kunci, ())),
				kurang=kurang.get(iki.kunci),
				**_get_isian(iki, row, form),
			)
		)
	return baris


def _get_angka(doc) -> dict[str, Decimal]:
	return {row.indikator: to_decimal(row.realisasi) for row in doc.get("baris") or [] if row.dilaporkan}


def _show_usulan(daftar: Iterable[UsulanAngka]) -> list[frappe._dict]:
	return [
		frappe._dict(ke=ke, sumber=usulan.sumber, angka=format_isian(usulan.angka))
		for ke, usulan in enumerate(daftar)
	]


def _describe_kurang(skp, masa: Masa) -> dict[str, str]:
	"""kunci -> why citizens' answers propose nothing for it."""
	return {
		angka.kunci: _(
			"Umpan balik masyarakat tentang {0}: {1} jawaban, kurang {2} lagi untuk mengusulkan angka."
		).format(angka.layanan, angka.hasil.jawaban, angka.hasil.kurang)
		for angka in get_angka(skp, masa)
		if angka.hasil.kurang
	}


def take_usulan(skp, masa: Masa, form, rincian: str) -> None:
	"""Put a proposed figure into its field, as if it had been typed. ``rincian``: "<kunci>:<which proposal>"."""
	kunci, _titik, ke = rincian.partition(":")
	for usulan in _show_usulan(get_usulan(skp, masa).get(kunci, ())):
		if str(usulan.ke) == ke:
			form[f"nilai-{kunci}"] = usulan.angka


def _get_isian(iki, row, form) -> dict:
	if form is not None:
		return {
			"nilai": form.get(f"nilai-{iki.kunci}") or "",
			"naratif": form.get(f"naratif-{iki.kunci}") or "",
			"keterangan": form.get(f"keterangan-{iki.kunci}") or "",
		}
	if not row:
		return {"nilai": "", "naratif": "", "keterangan": ""}
	return {
		"nilai": format_isian(row.realisasi) if row.dilaporkan else "",
		"naratif": row.realisasi_naratif or "",
		"keterangan": row.keterangan or "",
	}


def build_progres_masa(skp, doc, masa: Masa, diambil: Mapping[str, AmbilAlih]) -> list[frappe._dict]:
	"""Where each indikator stands at the end of ``masa``, this report included when it has been submitted. ``diambil``: what
	was taken over of the plan (``get_ambil_alih``)."""
	gabungan = get_gabungan([skp.name], masa.akhir)
	baris = {row.indikator: row for row in doc.get("baris") or []}
	turun = find_turun_masa(skp, masa, _get_angka(doc))
	langkah = get_langkah_masa(skp.name, masa.awal, masa.akhir)
	sukarela = find_sukarela(skp, masa.akhir, diambil)
	kosong = frappe._dict()
	return [
		frappe._dict(
			describe_progres(
				get_progres(skp, iki, gabungan.get(iki.kunci), masa.akhir), iki, iki.kunci in sukarela
			),
			indikator=iki.indikator,
			target=get_teks_target(iki),
			label=_get_label(iki, skp, masa),
			realisasi=describe_baris(row),
			sumber=row.sumber_angka if row.dilaporkan else None,
			keterangan=row.keterangan if row.dilaporkan else None,
			turun=turun.get(iki.kunci),
			catatan=row.catatan_penilai,
			sebelumnya=row.sebelumnya if row.sebelumnya != describe_baris(row) else None,
			riwayat=row.riwayat,
			rencana_aksi=langkah.pop(iki.hasil_kerja, ()),  # once for each hasil kerja
		)
		for iki in skp.indikator
		for row in [baris.get(iki.kunci, kosong)]
	]


def _get_label(iki, skp, masa: Masa) -> str:
	"""Which figure it is, where it is not simply that of the period."""
	lain = iki.arah in ARAH_BERANGKA and iki.cara_hitung in PERLU_TERAKHIR
	return describe_isian(iki, skp, masa)[0] if lain else _("Realisasi masa ini")


def find_tertinggal(skp, doc, masa: Masa) -> list[str]:
	"""Sentences about the reported indikator that are behind, this report counted whatever its stage."""
	sebelum = get_gabungan_sebelum(skp, masa)
	diambil = find_sukarela(skp, masa.akhir, get_ambil_alih(skp.name))
	dilaporkan = {kunci: nilai for kunci, nilai in _get_angka(doc).items() if kunci not in diambil}
	hasil = []
	for iki in skp.indikator:
		if iki.kunci in dilaporkan and iki.arah != Arah.NARATIF:
			total = _add(iki, sebelum.get(iki.kunci), dilaporkan[iki.kunci])
			progres = get_progres(skp, iki, total, masa.akhir)
			if progres.status == StatusProgres.TERTINGGAL:
				hasil.append(f"{iki.indikator}: {describe_progres(progres, iki)['kalimat']}")
	return hasil


def _add(iki, sebelum: Decimal | None, nilai: Decimal) -> Decimal:
	"""For a warning on the form: an average is judged by this period alone."""
	return (sebelum or Decimal(0)) + nilai if iki.cara_hitung == CaraHitung.JUMLAH else nilai


def _find_perlu(iki, seharusnya: Decimal | None, sebelum: Decimal | None) -> str | None:
	"""What this period must bring to be on schedule, for targets that add up over the year."""
	if iki.arah != Arah.NAIK or iki.cara_hitung != CaraHitung.JUMLAH or seharusnya is None:
		return None
	perlu = seharusnya - (sebelum or Decimal(0))
	return format_tampil(perlu) if perlu > 0 else None


def get_batas_berkas(periode: str) -> dict:
	ekstensi = get_ekstensi()
	return {
		"ekstensi": ekstensi,
		"foto": bool(FOTO & {*ekstensi}),
		"maks_mb": get_periode(periode).ukuran_bukti_maks_mb or UKURAN_MAKS_BAKU_MB,
	}


def get_tenggat(skp, masa: Masa):
	return get_tenggat_realisasi(skp.periode, masa.akhir)


def read_tautan(form) -> list[frappe._dict]:
	"""The link rows that were typed in, with blank ones after them."""
	nomor = sorted(int(cocok[1]) for kunci in form if (cocok := _KUNCI_TAUTAN.fullmatch(kunci)))
	rows = [
		frappe._dict(
			alamat=(form.get(f"tautan-{ke}-alamat") or "").strip(),
			uraian=form.get(f"tautan-{ke}-uraian") or "",
			untuk=form.get(f"tautan-{ke}-untuk") or "",
		)
		for ke in nomor
	]
	rows = [row for row in rows if row.alamat or row.uraian.strip()]
	return rows + [frappe._dict(alamat="", uraian="", untuk="") for _ke in range(TAUTAN_KOSONG)]


# --- returning


def return_laporan(doc, form) -> None:
	"""With a reason, with what is to be mended in each row, or with both."""
	for row in doc.baris:
		row.catatan_penilai = (form.get(f"catatan-{row.indikator}") or "").strip() or None
	ada = any(row.catatan_penilai for row in doc.baris)
	alasan = form.get("alasan") or (_("Lihat catatan pada indikatornya.") if ada else None)
	send_back(doc, alasan, form.get("modified") or "")


# --- saving


def save_isian(doc, skp, form, berkas: list) -> None:
	"""Write the form to the document; all or nothing (the caller's savepoint)."""
	dibuang = fill_isian(doc, skp, form)
	baru = insert_baru(doc)
	attach_berkas(doc, form, berkas)
	if berkas or not baru:
		doc.save()
	delete_berkas(doc, dibuang)


def submit_isian(doc, skp, form, berkas: list) -> None:
	"""As ``save_isian``, and on to the Penilai in the same save."""
	dibuang = fill_isian(doc, skp, form)
	check_turun(skp, get_masa(skp, doc.masa_ke), [row.as_dict() for row in doc.baris], form)
	insert_baru(doc)
	attach_berkas(doc, form, berkas)
	advance(doc, Tahap.DIAJUKAN)
	delete_berkas(doc, dibuang)


def insert_baru(doc) -> bool:
	"""Files are attached to a stored document. Says whether ``doc`` was not stored yet."""
	baru = doc.is_new()
	if baru:
		doc.insert()
	return baru


def fill_isian(doc, skp, form) -> list[str]:
	"""Figures, links and notes as typed; returns the files of evidence that was taken off."""
	check_belum_berubah(doc, form.get("modified") or "")
	baris, masalah = parse_baris(skp, form)
	if masalah:
		frappe.throw(masalah, title=_("Isian belum benar"), as_list=True)
	set_baris(doc, baris)
	doc.flags.rencana = skp
	doc.kendala, doc.tindak_lanjut = form.get("kendala"), form.get("tindak_lanjut")
	dibuang = drop_bukti(doc, form)
	add_tautan(doc, form)
	return dibuang


def parse_baris(skp, form) -> tuple[list[dict], list[str]]:
	"""(rows, what is wrong with them). An empty field is "not reported"; a typed nol is a report."""
	rows, masalah = [], []
	for nomor, iki in enumerate(skp.indikator, 1):
		teks = (form.get(f"nilai-{iki.kunci}") or "").strip()
		row = {"indikator": iki.kunci, "keterangan": form.get(f"keterangan-{iki.kunci}"), "realisasi": 0}
		row["realisasi_naratif"] = form.get(f"naratif-{iki.kunci}") if iki.arah == Arah.NARATIF else None
		try:
			angka = parse_angka(teks)
			row.update({"dilaporkan": int(angka is not None), "realisasi": float(angka or 0)})
		except AngkaTidakJelas as galat:
			kalimat = _("Indikator ke-{0}: {1}").format(nomor, galat)
			masalah.append(note_medan(f"nilai-{iki.kunci}", kalimat))
		rows.append(row)
	return rows, masalah


def set_baris(doc, rows: list[dict]) -> None:
	tersimpan = {row.indikator: row for row in doc.get("baris") or []}
	for values in rows:
		row = tersimpan.get(values["indikator"])
		row.update(values) if row else doc.append("baris", values)


def drop_bukti(doc, form) -> list[str]:
	"""Take the ticked evidence off the document; returns the files that nothing refers to any more."""
	dibuang = [row for row in doc.get("bukti") or [] if form.get(f"buang-{row.name}")]
	if dibuang:
		doc.set("bukti", [row for row in doc.bukti if row not in dibuang])
	dipakai = {row.berkas for row in doc.get("bukti") or []}
	return [row.berkas for row in dibuang if row.berkas and row.berkas not in dipakai]


def add_tautan(doc, form) -> None:
	for row in read_tautan(form):
		if row.alamat or row.uraian.strip():
			doc.append(
				"bukti",
				{"tautan": row.alamat, "uraian": row.uraian.strip()[:140], "indikator": row.untuk},
			)


def attach_berkas(doc, form, berkas: list) -> None:
	for unggahan in berkas:
		file = store_berkas(doc, unggahan)
		uraian = (form.get("berkas_uraian") or "").strip()[:140] or unggahan.filename[:140]
		for kunci in read_untuk(form) or [None]:
			doc.append("bukti", {"berkas": file.file_url, "uraian": uraian, "indikator": kunci})


def read_untuk(form) -> list[str]:
	"""The rows that a file is evidence for; none ticked: the whole report."""
	return [kunci for kunci, nilai in read_centang(form, _UNTUK).items() if nilai]


def store_berkas(doc, unggahan):
	"""An upload as a private file of this stored document. It is checked before anything reaches the disk."""
	file = frappe.get_doc(
		doctype="File",
		file_name=unggahan.filename[-120:],
		content=unggahan.stream.read(),
		is_private=1,
		attached_to_doctype=doc.doctype,
		attached_to_name=doc.name,
	)
	check_berkas(file)
	return file.insert()


def delete_berkas(doc, alamat: list[str]) -> None:
	"""Private files must not stay behind unseen."""
	if not alamat:
		return
	for name in frappe.get_all(
		"File",
		{
			"file_url": ("in", alamat),
			"attached_to_doctype": doc.doctype,
			"attached_to_name": doc.name,
		},
		pluck="name",
	):
		frappe.delete_doc("File", name)


def get_unggahan() -> list:
	"""Uploads of the request, chosen or photographed; an empty file input sends one without a name."""
	berkas = frappe.request.files
	return [unggahan for nama in ("berkas", "foto") for unggahan in berkas.getlist(nama) if unggahan.filename]
