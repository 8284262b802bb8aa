"""The counts of an opening, before and after: where the drafts come from, and why somebody has no part in it."""

from collections.abc import Mapping

from frappe import _

from kinerja_asn.constants.istilah import SumberPembukaan

# What the drafts begin with -> the field of Pembukaan Periode that counts them.
KOLOM_SUMBER = {
	SumberPembukaan.TAHUN_LALU: "jumlah_disalin",
	SumberPembukaan.TEMPLAT: "jumlah_templat",
	SumberPembukaan.KOSONG: "jumlah_kosong",
}


def count_sumber(sumber: Mapping[SumberPembukaan, int]) -> dict[str, int]:
	"""Field -> count: of all drafts, and of those with each beginning."""
	per_kolom = {kolom: sumber.get(asal, 0) for asal, kolom in KOLOM_SUMBER.items()}
	return {"jumlah_dibuat": sum(per_kolom.values()), **per_kolom}


def describe_tidak_ikut(sebab: Mapping[str, int]) -> str:
	"""One line for each reason (``calon.get_tidak_ikut``): "2 pegawai: Cuti di Luar Tanggungan Negara"."""
	return "\n".join(_("{0} pegawai: {1}").format(banyak, kata) for kata, banyak in sebab.items())
