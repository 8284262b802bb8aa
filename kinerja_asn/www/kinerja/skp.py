"""Susun SKP: an employee drafts his plan, submits it, takes it back; read-only at every other stage."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Arah, Aspek, CaraHitung, JenisHasilKerja, Tahap
from kinerja_asn.constants.peran import PEGAWAI
from kinerja_asn.services.portal import skp as portal_skp
from kinerja_asn.services.portal.aksi import describe_penunggu, get_tombol, majukan
from kinerja_asn.services.portal.cetak import get_tautan_cetak
from kinerja_asn.services.portal.halaman import get_aksi, get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.services.portal.progres import KELAS_TAHAP
from kinerja_asn.services.rencana import get_pilihan_rhk_pimpinan

no_cache = 1

UBAH_BARIS = ("tambah_hasil", "tambah_indikator", "hapus_hasil", "hapus_indikator")


@portal_page(PEGAWAI)
def get_context(context):
	context.title = _("Sasaran Kinerja Pegawai")
	nama = frappe.form_dict.get("name")
	if not nama:
		return fill_mulai(context)
	skp = get_milik_sendiri(nama)
	isian = read_isian(skp)
	context.galat = run_aksi(
		{
			"simpan": partial(save, skp, isian),
			"ajukan": partial(submit, skp, isian),
			"tarik": partial(withdraw, skp),
			**{nama: lambda: None for nama in UBAH_BARIS},
		}
	)
	fill_skp(
		context,
		get_milik_sendiri(nama) if context.galat else skp,
		portal_skp.change_baris(isian, *get_aksi()),
	)


def fill_mulai(context) -> None:
	context.galat = run_aksi({"mulai": start})
	context.periode_terbuka = portal_skp.get_periode_terbuka(portal_skp.get_daftar_skp())


def start() -> str:
	return get_alamat("skp", name=portal_skp.start_skp(frappe.form_dict.get("periode")))


def get_milik_sendiri(nama: str):
	skp = get_dokumen("SKP", nama)
	portal_skp.require_milik_sendiri(skp)
	return skp


def read_isian(skp) -> list:
	"""What was typed, else what is stored; a new SKP starts with one empty row."""
	if frappe.request.method == "POST":
		return portal_skp.read_isian(frappe.form_dict)
	return portal_skp.read_dokumen(skp) or [portal_skp.make_hasil_kosong()]


def save(skp, isian: list) -> str:
	portal_skp.save_isian(skp, isian, frappe.form_dict.get("modified"))
	return get_alamat("skp", name=skp.name, pesan="disimpan")


def submit(skp, isian: list) -> str:
	if kosong := portal_skp.find_target_kosong(isian):
		frappe.throw(kosong, as_list=True)
	portal_skp.save_isian(skp, isian, frappe.form_dict.get("modified"))
	majukan(skp, Tahap.DIAJUKAN)
	return get_alamat("", skp=skp.name, pesan="diajukan")


def withdraw(skp) -> str:
	majukan(skp, Tahap.DRAF, frappe.form_dict.get("modified"))
	return get_alamat("skp", name=skp.name, pesan="ditarik")


def fill_skp(context, skp, isian: list) -> None:
	context.skp = skp
	context.modified = frappe.form_dict.get("modified") or str(skp.modified)
	context.kelas_tahap = KELAS_TAHAP[Tahap(skp.tahap)]
	context.dapat_diisi = portal_skp.may_susun(skp)
	context.tombol = get_tombol(skp, Tahap.DIAJUKAN, Tahap.DRAF)
	context.penunggu = describe_penunggu(skp) if skp.tahap == Tahap.DIAJUKAN else ""
	context.cetak = get_tautan_cetak("SKP", skp.name)
	if context.dapat_diisi:
		context.isian = isian
		context.pilihan_rhk = get_pilihan_rhk_pimpinan(skp)
		fill_pilihan(context)
	else:
		context.hasil_kerja = portal_skp.build_tampilan(skp)


def fill_pilihan(context) -> None:
	context.pilihan_jenis = [str(satu) for satu in JenisHasilKerja]
	context.pilihan_aspek = [str(satu) for satu in Aspek]
	context.pilihan_arah = [(str(satu), portal_skp.get_penjelasan_arah()[satu]) for satu in Arah]
	context.pilihan_hitung = [(str(satu), portal_skp.get_penjelasan_hitung()[satu]) for satu in CaraHitung]
