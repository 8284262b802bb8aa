"""The page that asks for feedback: what about, whom, until when; and the proposal of a 360."""

from datetime import timedelta

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import BentukPenugasan, JenisPermintaan, PeranUmpanBalik, SasaranUmpanBalik
from kinerja_asn.portal.dasar.halaman import HalamanTertutup, read_centang
from kinerja_asn.portal.pelaksanaan.umpan_balik.pemberian import build_pilihan, read_tentang
from kinerja_asn.services.bersama.isian import read_hari
from kinerja_asn.services.bersama.penolakan import note_medan
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.unit import get_banyak_nama_unit
from kinerja_asn.services.pelaksanaan.umpan_balik import permintaan as layanan
from kinerja_asn.services.pelaksanaan.umpan_balik.responden import find_sekitar, propose
from kinerja_asn.services.perencanaan.penugasan.penugasan import find_calon

AWALAN = "tanya-"
LAMA_BAKU = timedelta(days=14)
# The list offers each nilai, and all of them at once.
SEMUA_PERILAKU = str(SasaranUmpanBalik.PERILAKU)


def require_boleh(skp, jenis: JenisPermintaan) -> None:
	boleh = layanan.may_pilih(skp) if jenis == JenisPermintaan.TIGA_ENAM_PULUH else layanan.may_minta(skp)
	if not boleh:
		raise HalamanTertutup(
			_("Umpan balik tidak dapat diminta"),
			_(
				"Umpan balik diminta atas SKP yang sudah ditetapkan, oleh pegawai itu sendiri, pimpinannya, atau pengelola kinerja. "
				"Penjawab umpan balik 360 dipilih oleh Pejabat Penilai atau pengelola kinerja."
			),
			403,
		)


def read_jenis(form) -> JenisPermintaan:
	return (
		JenisPermintaan(form.get("jenis"))
		if form.get("jenis") in list(JenisPermintaan)
		else JenisPermintaan.BIASA
	)


# --- the form


def read_isian(skp, form, jenis: JenisPermintaan, dikirim: bool) -> frappe._dict:
	"""As typed; at first the rated person himself and his Penilai are chosen for a 360."""
	dipilih = {*read_centang(form, AWALAN)}
	if not dikirim and jenis == JenisPermintaan.TIGA_ENAM_PULUH:
		dipilih = {nama for nama in (skp.pegawai, skp.penilai) if nama}
	return frappe._dict(
		dipilih=dipilih,
		tentang=form.get("tentang") or SEMUA_PERILAKU,
		tenggat=str(form.get("tenggat") or get_today() + LAMA_BAKU),
		pesan=form.get("pesan") or "",
		cari=str(form.get("cari") or "").strip()[:100],
	)


def build_calon(skp, isian: frappe._dict, jenis: JenisPermintaan) -> list[frappe._dict]:
	"""By role, with how it answers: those proposed, those chosen and those just searched for."""
	ditemukan = find_calon(isian.cari, BentukPenugasan.PENUNJUKAN) if isian.cari else []
	isian.tidak_ditemukan = bool(isian.cari) and not ditemukan
	lain = {*isian.dipilih, *(row.name for row in ditemukan)}
	per_peran = propose(skp, find_sekitar(skp), lain)
	unit = get_banyak_nama_unit(row.department for rows in per_peran.values() for row in rows)
	anonim, minimum = layanan.get_janji(skp.periode)
	anonim = anonim if jenis == JenisPermintaan.TIGA_ENAM_PULUH else ()
	return [
		frappe._dict(
			peran=str(peran),
			janji=describe_janji(peran in anonim, minimum),
			orang=[_build_orang(row, unit, isian) for row in rows],
		)
		for peran, rows in per_peran.items()
		if rows and (peran != PeranUmpanBalik.DIRI or jenis == JenisPermintaan.TIGA_ENAM_PULUH)
	]


def _build_orang(row, unit: dict[str, str], isian: frappe._dict) -> frappe._dict:
	rincian = " · ".join(filter(None, (row.designation, unit.get(row.department))))
	return frappe._dict(
		medan=AWALAN + row.name, nama=row.employee_name, rincian=rincian, dipilih=row.name in isian.dipilih
	)


def describe_janji(anonim: bool, minimum: int) -> str:
	if not anonim:
		return _("menjawab dengan nama")
	return _("menjawab tanpa nama; pilih paling sedikit {0} orang").format(minimum)


def build_pilihan_tentang(skp) -> list[tuple[str, str]]:
	umum, *lain = build_pilihan(skp)
	return [(SEMUA_PERILAKU, _("Perilaku kerja: ketujuh nilai dasar")), umum, *lain]


# --- sending it


def send(skp, jenis: JenisPermintaan, isian: frappe._dict) -> str:
	sasaran, rincian = read_tentang(isian)
	return layanan.ask(
		skp,
		layanan.Isian(
			jenis=jenis,
			tenggat=getdate(read_hari(isian.tenggat, note_medan("tenggat", _("Batas menjawab")))),
			responden=isian.dipilih,
			sasaran=SasaranUmpanBalik(sasaran),
			hasil_kerja=rincian if sasaran == SasaranUmpanBalik.HASIL_KERJA else "",
			nilai=rincian if sasaran == SasaranUmpanBalik.PERILAKU else "",
			pesan=str(isian.pesan),
		),
	)
