"""A small agency for tests: a head, a Penilai, two officers, and the people who run the system.

kepala ── penilai ── petugas
                └─── kolega
pengelola, pengelola_unit, auditor work in the same agency; tetangga is HR of another one.
"""

from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_string
from html import unescape

import frappe
from frappe.model.workflow import apply_workflow
from frappe.utils import add_to_date

from kinerja_asn.constants.istilah import JenisPermintaan, Tahap
from kinerja_asn.constants.pembinaan import StatusPembinaan
from kinerja_asn.constants.peran import AUDITOR, PENGELOLA, PENGELOLA_UNIT
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.pelaksanaan.pembinaan.bimbingan import advance, begin
from kinerja_asn.services.pelaksanaan.rencana_aksi import agree
from kinerja_asn.services.pelaksanaan.umpan_balik.permintaan import Isian, ask
from kinerja_asn.services.penilaian.dokumen.langkah import receive
from kinerja_asn.tahap.alur import find_tindakan

TAHUN = 2025
BATAS_EVALUASI = "2099-12-31"
SANDI = "Rahasia#Kinerja2025"


@dataclass
class Instansi:
	"""Names of the records; ``user`` and ``pegawai`` by the people's short names."""

	name: str
	unit: str
	periode: str
	user: dict[str, str] = field(default_factory=dict)
	pegawai: dict[str, str] = field(default_factory=dict)


ORANG = (
	("kepala", "Sekretariat Uji", None, ()),
	("penilai", "Bidang Pendaftaran Uji", "kepala", ()),
	("petugas", "Bidang Pendaftaran Uji", "penilai", ()),
	("kolega", "Bidang Pendaftaran Uji", "penilai", ()),
	("pengelola", "Sekretariat Uji", "kepala", (PENGELOLA,)),
	("pengelola_unit", "Bidang Pendaftaran Uji", "kepala", (PENGELOLA_UNIT,)),
	("auditor", "Sekretariat Uji", None, (AUDITOR,)),
)


def make_instansi() -> Instansi:
	"""The agency, made and committed once per site like Frappe's own test records; tests change nothing in it."""
	company, lain = make_company("Dinas Uji Kinerja", "DUK"), make_company("Dinas Tetangga Uji", "DTU")
	# Tests run on any later day: only those about its last day have one.
	periode = make_periode(company, batas_evaluasi_tahunan=BATAS_EVALUASI)
	instansi = Instansi(company, "Bidang Pendaftaran Uji - DUK", periode.name)
	for urutan, (nama, unit, atasan, peran) in enumerate(ORANG, 1):
		add_pegawai(instansi, nama, urutan, make_unit(unit, company), instansi.pegawai.get(atasan), peran)
	# A functional official may lead a team, and then assigns results (p. 46).
	frappe.db.set_value("Employee", instansi.pegawai["kolega"], "jenis_jabatan", "Jabatan Fungsional")
	add_pegawai(instansi, "tetangga", 90, make_unit("Unit Tetangga", lain), None, (PENGELOLA,), lain)
	frappe.db.commit()
	return instansi


def make_company(name: str, abbr: str) -> str:
	if not frappe.db.exists("Company", name):
		frappe.local.flags.ignore_chart_of_accounts = (
			True  # ERPNext's chart is of no use here and takes seconds
		)
		frappe.get_doc(
			doctype="Company", company_name=name, abbr=abbr, default_currency="IDR", country="Indonesia"
		).insert()
	return name


def make_unit(name: str, company: str, parent: str | None = None) -> str:
	abbr = frappe.get_cached_value("Company", company, "abbr")
	if not frappe.db.exists("Department", f"{name} - {abbr}"):
		frappe.get_doc(
			doctype="Department",
			department_name=name,
			company=company,
			parent_department=parent or "All Departments",
		).insert()
	return f"{name} - {abbr}"


def make_jabatan(name: str) -> str:
	if not frappe.db.exists("Designation", name):
		frappe.get_doc(doctype="Designation", designation_name=name).insert()
	return name


def make_user(email: str, nama: str, peran: tuple[str, ...] = ()) -> str:
	if not frappe.db.exists("User", email):
		user = frappe.get_doc(
			doctype="User",
			email=email,
			first_name=nama,
			send_welcome_email=0,
			user_type="Website User",
			language="id",
		)
		user.flags.no_welcome_mail = True
		user.insert()
		user.add_roles(*peran)
	return email


def make_gender() -> str:
	"""Frappe makes them in the setup wizard, which a fresh test site has not seen."""
	if not frappe.db.exists("Gender", "Male"):
		frappe.get_doc(doctype="Gender", gender="Male").insert()
	return "Male"


def make_nip(urutan: int) -> str:
	"""A valid NIP: born 1 January 1985, CPNS January 2010, male."""
	return f"198501012010011{urutan:03d}"


def add_pegawai(
	instansi: Instansi,
	nama: str,
	urutan: int,
	unit: str,
	atasan: str | None = None,
	peran: tuple[str, ...] = (),
	company: str | None = None,
) -> str:
	user = make_user(f"{nama}@uji.example", nama.replace("_", " ").title(), peran)
	instansi.user[nama] = user
	if ada := frappe.db.get_value("Employee", {"user_id": user}):
		instansi.pegawai[nama] = ada
		return ada
	doc = frappe.get_doc(
		doctype="Employee",
		first_name=nama.replace("_", " ").title(),
		gender=make_gender(),
		date_of_birth="1985-01-01",
		date_of_joining="2010-01-01",
		status="Active",
		company=company or instansi.name,
		department=unit,
		designation=make_jabatan(f"Jabatan {nama.title()}"),
		reports_to=atasan,
		user_id=user,
		create_user_permission=0,
		nip=make_nip(urutan),
		jenis_asn="PNS",
		pangkat_golongan="Penata / III.c",
		jenis_jabatan="Pelaksana",
		status_kinerja="Aktif",
	).insert()
	instansi.pegawai[nama] = doc.name
	return doc.name


def change_akun(instansi: Instansi, nama: str, email: str | None = "") -> str | None:
	"""HR enters another account for ``nama`` (default: a new one; None: takes it off). Returns it."""
	email = make_user(f"{nama}.baru@uji.example", nama.title()) if email == "" else email
	frappe.get_doc("Employee", instansi.pegawai[nama]).update({"user_id": email}).save()
	return email


def make_periode(company: str, tahun: int = TAHUN, **fields):
	abbr = frappe.get_cached_value("Company", company, "abbr")
	if frappe.db.exists("Periode Kinerja", f"{abbr}-{tahun}"):
		return frappe.get_doc("Periode Kinerja", f"{abbr}-{tahun}")
	skema = frappe.get_all("Skema Penilaian", pluck="name", order_by="creation", limit=1)[0]
	return frappe.get_doc(
		doctype="Periode Kinerja", instansi=company, tahun=tahun, status="Dibuka", skema=skema, **fields
	).insert()


def make_hasil_kerja(uraian: str = "Terlayaninya pendaftaran penduduk", jenis: str = "Utama") -> dict:
	return {
		"jenis": jenis,
		"rencana_hasil_kerja": uraian,
		"rhk_pimpinan_uraian": "Tertib administrasi kependudukan",
	}


def make_indikator(**fields) -> dict:
	return {
		"hasil_kerja_ke": 1,
		"aspek": "Kuantitas",
		"indikator": "Jumlah pendaftaran yang selesai",
		"arah": "Naik",
		"target_min": 1000,
		"target_maks": 1000,
		"satuan": "pendaftaran",
		"cara_hitung": "Jumlah",
		**fields,
	}


def make_perjanjian(instansi: Instansi, pimpinan: str = "penilai", unit: str | None = None, **fields):
	"""The Perjanjian Kinerja (a Rancangan) of a unit, with one indikator unless ``fields`` say otherwise."""
	values = {"indikator": [make_indikator_pk()], **fields}
	return frappe.get_doc(
		doctype="Perjanjian Kinerja",
		unit_kerja=unit or instansi.unit,
		periode=instansi.periode,
		pimpinan=instansi.pegawai[pimpinan],
		**values,
	).insert()


def make_indikator_pk(**fields) -> dict:
	return {
		"sasaran": "Meningkatnya tertib administrasi kependudukan",
		"indikator": "Cakupan pendaftaran penduduk",
		"arah": "Naik",
		"target_min": 95,
		"target_maks": 95,
		"satuan": "persen",
		"cara_hitung": "Nilai terakhir",
		**fields,
	}


def make_templat(instansi: Instansi, jabatan: str = "Jabatan Petugas", **fields):
	values = {
		"doctype": "Templat SKP",
		"nama_templat": f"Templat {jabatan}",
		"instansi": instansi.name,
		"jabatan": jabatan,
		"pendekatan": "Kuantitatif",
		"hasil_kerja": [make_hasil_kerja()],
		"indikator": [make_indikator()],
	}
	return frappe.get_doc({**values, **fields}).insert()


@contextmanager
def as_user(user: str):
	"""Act as ``user``, then as whoever it was before."""
	sebelum = frappe.session.user
	frappe.set_user(user)
	try:
		yield
	finally:
		frappe.set_user(sebelum)


def make_skp(instansi: Instansi, nama: str = "petugas", tahap: Tahap = Tahap.DITETAPKAN, **fields):
	"""An SKP as its people would make it: the officer drafts and submits, the Penilai sets it."""
	values = {
		"periode": instansi.periode,
		"hasil_kerja": [make_hasil_kerja()],
		"indikator": [make_indikator()],
		**fields,
	}
	with as_user(instansi.user[nama]):
		doc = frappe.get_doc(doctype="SKP", pegawai=instansi.pegawai[nama], **values).insert()
	if tahap in (Tahap.DIAJUKAN, Tahap.DITETAPKAN):
		move(doc, instansi.user[nama], Tahap.DIAJUKAN)
	if tahap == Tahap.DITETAPKAN:
		move(doc, doc.penilai_user, Tahap.DITETAPKAN)
	return doc


def make_perubahan(skp, user: str | None = None, **fields):
	"""A change of ``skp`` as the employee (or ``user``) starts it: a copy of the plan in force."""
	with as_user(user or skp.pegawai_user):
		values = {"alasan": "Penyesuaian ekspektasi", **fields}
		return frappe.get_doc(doctype="Perubahan SKP", skp=skp.name, **values).insert()


def make_realisasi(skp, masa_ke: int, nilai, tahap: Tahap = Tahap.DITETAPKAN, **fields):
	"""``nilai``: one figure for the first indikator, or kunci -> figure."""
	per_kunci = nilai if isinstance(nilai, dict) else {skp.indikator[0].kunci: nilai}
	with as_user(skp.pegawai_user):
		doc = frappe.get_doc(
			doctype="Realisasi Kinerja",
			skp=skp.name,
			masa_ke=masa_ke,
			baris=[
				{"indikator": kunci, "realisasi": angka, "dilaporkan": 1}
				for kunci, angka in per_kunci.items()
			],
			bukti=[{"uraian": "Laporan", "tautan": "https://arsip.example/laporan"}],
			**fields,
		).insert()
	if tahap in (Tahap.DIAJUKAN, Tahap.DITETAPKAN):
		move(doc, skp.pegawai_user, Tahap.DIAJUKAN)
	if tahap == Tahap.DITETAPKAN:
		move(doc, skp.penilai_user, Tahap.DITETAPKAN)
	return doc


def make_rencana_aksi(skp, *langkah: tuple, status: str = "Disusun"):
	"""``langkah``: (number of the hasil kerja, what, first month, last month), written by the employee; ``status`` is how
	far it gets."""
	with as_user(skp.pegawai_user):
		doc = frappe.get_doc(
			doctype="Rencana Aksi", skp=skp.name, baris=[make_langkah(skp, *isi) for isi in langkah]
		).insert()
		if status != "Disusun":
			doc.update({"status": "Menunggu kesepakatan"}).save()
	if status == "Disepakati":
		with as_user(doc.penilai_user):
			agree(doc, str(doc.modified))
	return doc.reload()


def make_permintaan(skp, nama: str = "kolega") -> tuple[str, str]:
	"""Feedback that the employee asks ``nama`` for. Returns the names of the request and of his part in it."""
	pegawai = frappe.db.get_value("Employee", {"user_id": f"{nama}@uji.example"})
	with as_user(skp.pegawai_user):
		permintaan = ask(skp, Isian(JenisPermintaan.BIASA, get_today(), [pegawai]))
	return permintaan, frappe.db.get_value("Responden Umpan Balik", {"permintaan": permintaan})


def make_langkah(
	skp, hasil_ke: int, langkah: str, mulai: str = "Januari", selesai: str = "Desember", angka: str = ""
) -> dict:
	"""``angka``: monthly target figures for the first indikator of that hasil kerja."""
	kunci = skp.hasil_kerja[hasil_ke - 1].kunci
	isi = {"hasil_kerja": kunci, "langkah": langkah, "bulan_mulai": mulai, "bulan_selesai": selesai}
	if angka:
		iki = next(iki.kunci for iki in skp.indikator if iki.hasil_kerja == kunci)
		isi |= {"indikator": iki, "target_bulanan": angka}
	return isi


def make_catatan(skp, tanggal: str, *baris: dict):
	"""A day as the employee notes it; a line without ``indikator`` and ``hasil_kerja`` is tugas langsung."""
	with as_user(skp.pegawai_user):
		return frappe.get_doc(
			doctype="Catatan Harian",
			skp=skp.name,
			tanggal=tanggal,
			baris=[{"uraian": "Melayani loket", **isi} for isi in baris],
		).insert()


def make_umpan_balik(skp, user: str | None = None, **fields):
	"""Of the Penilai (or ``user``): that the first hasil kerja needs improvement."""
	isi = {"sasaran": "Hasil Kerja", "hasil_kerja": skp.hasil_kerja[0].kunci, "sifat": "Perlu Perbaikan"}
	isi |= {"tanggal": str(get_today()), "isi": "Berkas menumpuk di loket.", **fields}
	with as_user(user or skp.penilai_user):
		return frappe.get_doc(doctype="Umpan Balik Kinerja", skp=skp.name, **isi).insert()


def make_bimbingan(skp, sampai: StatusPembinaan = StatusPembinaan.SELESAI, jenis: str = "Coaching", **fields):
	"""Begun by the Penilai and led on by its people to ``sampai``."""
	with as_user(skp.penilai_user):
		doc = begin(skp, jenis, "Realisasi tertinggal dua bulan.", fields.pop("pembina", None), **fields)
	for status in list(StatusPembinaan)[1 : list(StatusPembinaan).index(sampai) + 1]:
		pembina = status == StatusPembinaan.DITANDATANGANI
		with as_user(doc.pembina_user if pembina else skp.pegawai_user):
			doc = frappe.get_doc(doc.doctype, doc.name)
			fill_bimbingan(doc, pembina)
			advance(doc, status, str(doc.modified))
	return doc.reload()


def fill_bimbingan(doc, pembina: bool) -> None:
	"""The part of the employee, or of the ``pembina``."""
	if doc.status == StatusPembinaan.DITANDATANGANI:
		return
	for row in doc.indikator:
		row.update({"langkah": "Membuka loket Sabtu."} if pembina else {"masalah": "Jaringan sering putus."})
	if doc.jenis == "Mentoring" and pembina:
		doc.append("jurnal", {"tanggal": get_today(), "tempat": "Ruang rapat", "materi": "Membaca antrean"})
	elif doc.jenis == "Mentoring":
		doc.set("keahlian", [{"keahlian": "Mengelola antrean", "jangka_waktu": "Dua bulan"}])


def set_pejabat(instansi: Instansi, nama: str) -> str:
	"""Who heads the unit for personnel."""
	frappe.db.set_value("Periode Kinerja", instansi.periode, "pejabat_kepegawaian", instansi.pegawai[nama])
	frappe.clear_document_cache("Periode Kinerja", instansi.periode)
	return instansi.user[nama]


def make_laporan_masalah(skp, **fields):
	"""By the Penilai, with a feedback on behaviour as its proof."""
	bukti = make_umpan_balik(
		skp, sasaran="Perilaku Kerja", nilai="Akuntabel", isi="Datang terlambat tiap Senin."
	)
	isi = {
		"nilai_dasar": "Akuntabel",
		"permasalahan": "Sering meninggalkan loket tanpa kabar.",
		"retrospektif": "Dua kali berbicara berdua.",
		"dikomunikasikan_pada": str(get_today()),
		"bukti": [{"umpan_balik": bukti.name}],
	}
	with as_user(skp.penilai_user):
		return frappe.get_doc(doctype="Laporan Masalah Perilaku", skp=skp.name, **{**isi, **fields}).insert()


def make_konseling(laporan, konselor: str, **fields):
	"""Set by the official, for an hour ago."""
	isi = {
		"kedudukan": "Konselor independen",
		"jadwal": add_to_date(get_now(), hours=-1),
		"tempat": "Ruang konseling lantai 2",
		"konselor": konselor,
	}
	with as_user(laporan.pejabat_user):
		return frappe.get_doc(doctype="Konseling Kinerja", laporan=laporan.name, **{**isi, **fields}).insert()


def make_kinerja_unit(instansi: Instansi, predikat: str = "Baik", jenis: str = "Tahunan", masa_ke: int = 0):
	return frappe.get_doc(
		doctype="Kinerja Unit",
		unit_kerja=instansi.unit,
		periode=instansi.periode,
		jenis=jenis,
		masa_ke=masa_ke,
		predikat_organisasi=predikat,
		dasar="Penetapan predikat kinerja organisasi",
	).insert()


def make_evaluasi(instansi: Instansi, skp, **fields):
	with as_user(skp.penilai_user):
		return frappe.get_doc(
			doctype="Evaluasi Kinerja", skp=skp.name, **{"jenis": "Tahunan", **fields}
		).insert()


def make_hasil_evaluasi(instansi: Instansi, skp, **fields):
	"""An evaluation with a verified report behind it, set by the Penilai: both ratings as expected, so "Baik"."""
	make_realisasi(skp, 1, 1000)
	if not frappe.db.exists("Kinerja Unit", {"unit_kerja": instansi.unit, "periode": instansi.periode}):
		make_kinerja_unit(instansi)
	doc = make_evaluasi(instansi, skp)
	with as_user(skp.penilai_user):
		isi = dict.fromkeys(("rating_hasil_kerja", "rating_perilaku"), "Sesuai Ekspektasi")
		doc.update({**isi, **fields}).save()
	return move(doc, skp.penilai_user, Tahap.DITETAPKAN)


def make_dokumen(instansi: Instansi, nama: str = "petugas", **fields):
	"""The Dokumen Evaluasi Kinerja of a result that the Penilai has handed over."""
	doc = make_hasil_evaluasi(instansi, make_skp(instansi, nama), **fields)
	move(doc, doc.penilai_user, Tahap.DISERAHKAN)
	return frappe.get_doc("Dokumen Evaluasi Kinerja", {"evaluasi": doc.name})


def make_keberatan(dokumen, tahap: Tahap = Tahap.DIAJUKAN, **fields):
	"""Of the employee against a document that he has received (today, if he had not)."""
	with as_user(dokumen.pegawai_user):
		receive(dokumen.name)
		isi = {"alasan": "Capaian bulan Maret belum dihitung.", **fields}
		doc = frappe.get_doc(doctype="Keberatan Kinerja", dokumen=dokumen.name, **isi).insert()
	return move(doc, dokumen.pegawai_user, tahap) if tahap != Tahap.DRAF else doc


def decide_keberatan(doc, user: str, **fields):
	"""The superior decides: he confirms, unless ``fields`` say otherwise."""
	isi = {"keputusan": "Menguatkan", "pertimbangan": "Realisasi Maret memang belum diverifikasi.", **fields}
	with as_user(user):
		frappe.get_doc(doc.doctype, doc.name).update(isi).save()
	return move(doc.reload(), user, Tahap.DITETAPKAN)


def move(doc, user: str, tahap: Tahap):
	"""Take the workflow step towards ``tahap`` as ``user``, the way the desk does."""
	with as_user(user):
		tindakan = find_tindakan(doc.doctype, doc.workflow_state, tahap, frappe.get_roles())
		apply_workflow(doc.as_dict(), tindakan)
	return doc.reload()


def make_akun_surel() -> None:
	"""An account to send from, as every real site has. Without one Frappe v15 cannot even queue on a muted bench."""
	frappe.get_doc(
		doctype="Email Account",
		name="Uji",
		email_account_name="Uji",
		email_id="uji@uji.example",
		enable_outgoing=1,
		default_outgoing=1,
	).db_insert()
	frappe.local.outgoing_email_account = {}  # which one it is, is kept for the process


def read_surel(message: str) -> str:
	"""What a queued mail says, in all its parts, as its reader sees it."""
	bagian = [part for part in message_from_string(message).walk() if not part.is_multipart()]
	return unescape("\n".join(part.get_payload(decode=True).decode() for part in bagian))
