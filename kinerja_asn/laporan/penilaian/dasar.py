"""What the reports on evaluations share: which evaluations, and the words and colours of their results."""

from collections import Counter

import frappe
from frappe import _
from frappe.utils import cint

from kinerja_asn.constants.istilah import JenisEvaluasi, Predikat
from kinerja_asn.constants.tahapan import SAH
from kinerja_asn.laporan.bagian import make_kolom, read_istilah, read_periode, read_unit
from kinerja_asn.services.penilaian.sebaran.cakupan import Cakupan, build_cakupan, list_orang

BELUM = "Belum"
WARNA_PREDIKAT = {
	Predikat.SANGAT_BAIK: "blue",
	Predikat.BAIK: "green",
	Predikat.BUTUH_PERBAIKAN: "orange",
	Predikat.KURANG: "red",
	Predikat.SANGAT_KURANG: "purple",
}


def read_cakupan(filters: frappe._dict) -> Cakupan:
	"""The annual evaluation of the period that leads, unless something else is asked for."""
	jenis = read_istilah(JenisEvaluasi, filters.jenis) or JenisEvaluasi.TAHUNAN
	periode = read_periode(filters.periode)
	return build_cakupan(periode, jenis, cint(filters.masa_ke) or 1, read_unit(filters.unit_kerja))


def read_orang(filters: frappe._dict) -> list[frappe._dict]:
	return list_orang(read_cakupan(filters), frappe.session.user)


def get_predikat(row: frappe._dict) -> str:
	"""What was set; ``BELUM`` of all others."""
	return row.predikat_kinerja if row.predikat_kinerja and row.tahap in SAH else BELUM


def get_legenda() -> dict[str, str]:
	"""Predikat, and what has none yet -> its word in a chart."""
	return {**{str(predikat): _(str(predikat)) for predikat in Predikat}, BELUM: _("Belum")}


def get_warna() -> dict[str, str]:
	return {**{str(predikat): warna for predikat, warna in WARNA_PREDIKAT.items()}, BELUM: "gray"}


def make_kolom_predikat() -> list[dict]:
	"""A column for each predikat, and for those without."""
	return [
		*(make_kolom(nama_kolom(predikat), _(str(predikat)), "Int", 130) for predikat in Predikat),
		make_kolom("belum", _("Belum ditetapkan"), "Int", 140),
	]


def build_sel(jumlah: Counter) -> dict[str, int]:
	return {**{nama_kolom(predikat): jumlah[str(predikat)] for predikat in Predikat}, "belum": jumlah[BELUM]}


def nama_kolom(predikat: Predikat) -> str:
	return predikat.name.lower()
