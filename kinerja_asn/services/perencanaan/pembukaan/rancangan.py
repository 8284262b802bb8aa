"""What an opening does for some of its employees, worked out before anything is written: by a run, and by its preview."""

from collections.abc import Collection
from dataclasses import dataclass

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.perencanaan.pembukaan.calon import find_halangan, load_orang
from kinerja_asn.services.perencanaan.pembukaan.isi import Draf, build_draf, find_salah_isi
from kinerja_asn.services.perencanaan.pembukaan.konteks import Konteks
from kinerja_asn.services.perencanaan.skp.skp_baru import get_pendahulu, get_sesudah, lock_pegawai


@dataclass(frozen=True)
class Rancangan:
	"""``draf`` to be written, ``galat`` (pegawai, what to mend), and who has an SKP already, for all days that are left."""

	draf: list[Draf]
	galat: list[tuple[str, str]]
	sudah_ada: set[str]


def plan_potongan(konteks: Konteks, pegawai: Collection[str], terkini: bool = False) -> Rancangan:
	"""``terkini``: for a run, which nobody may anticipate."""
	urutan, pendahulu = _get_urutan(konteks, pegawai), _get_pendahulu(konteks, pegawai, terkini)
	for nama, skp in pendahulu.items():
		if getdate(skp.akhir) >= getdate(konteks.periode.akhir):
			urutan.pop(nama, None)
	orang = load_orang(list(urutan)) if urutan else {}
	for nama, data in orang.items():
		data.sesudah = get_sesudah(pendahulu.get(nama))
	halangan = find_halangan(konteks, orang)
	sehat = {nama: data for nama, data in orang.items() if nama not in halangan}
	daftar = build_draf(konteks, sehat, urutan)
	salah = {draf.pegawai: pesan for draf in daftar if (pesan := find_salah_isi(konteks, draf))}
	return Rancangan(
		draf=[draf for draf in daftar if draf.pegawai not in salah],
		galat=[*halangan.items(), *salah.items()],
		sudah_ada=set(pegawai) - set(urutan),
	)


def _get_pendahulu(konteks: Konteks, pegawai: Collection[str], terkini: bool) -> dict[str, frappe._dict]:
	if terkini:
		lock_pegawai(pegawai)
	return get_pendahulu(pegawai, konteks.periode.awal, konteks.periode.akhir, terkini)


def _get_urutan(konteks: Konteks, pegawai: Collection[str]) -> dict[str, int]:
	"""pegawai -> number of the SKP to be made; those who have one that is not closed are absent (p. 65 no. 6-7)."""
	urutan = dict.fromkeys(pegawai, 1)
	saring = {"periode": konteks.periode.name, "pegawai": ("in", list(pegawai))}
	for skp in frappe.get_all("SKP", saring, ["pegawai", "tahap"]):
		if skp.tahap != Tahap.DITUTUP:
			urutan.pop(skp.pegawai, None)
		elif skp.pegawai in urutan:
			urutan[skp.pegawai] += 1
	return urutan
