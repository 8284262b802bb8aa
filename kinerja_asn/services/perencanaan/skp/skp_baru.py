"""How an SKP begins: its name, its parties, its days and its form; for one employee as for a whole agency."""

from datetime import date

from frappe.utils import getdate

from kinerja_asn.constants.istilah import Pendekatan
from kinerja_asn.rules.formulir import choose_formulir, is_jpt_atau_mandiri
from kinerja_asn.rules.masa import end_kontrak


def build_nama(periode: str, pegawai: str, urutan: int) -> str:
	return f"SKP-{periode}-{pegawai}" + (f"-{urutan}" if urutan > 1 else "")


def build_pihak(pihak: dict, jabatan: dict, dialihkan: bool = False) -> dict:
	"""The party fields of an SKP: ``snapshot_pihak`` and ``get_jabatan`` of the employee, and whose user sets it."""
	penetap = (dialihkan and pihak["atasan_penilai_user"]) or pihak["penilai_user"]
	return {**pihak, **jabatan, "penetap_user": penetap}


def get_awal(periode, mulai_bekerja: date | str | None) -> date:
	"""First day of a plan of ``periode``: nobody is behind on months before he was employed."""
	mulai = getdate(mulai_bekerja or periode.awal)
	return max(getdate(periode.awal), min(mulai, getdate(periode.akhir)))


def get_akhir(periode, data) -> date:
	"""Last day of a plan of ``periode`` for the Employee ``data`` (jenis_asn, contract_end_date)."""
	kontrak = data.get("contract_end_date")
	return end_kontrak(getdate(periode.akhir), data.get("jenis_asn"), getdate(kontrak) if kontrak else None)


def choose_bentuk(periode, jabatan: dict, pendekatan: str | None) -> dict:
	"""pendekatan and formulir. The form follows the post and the approach (p. 31, 53).

	``jabatan`` has jenis_jabatan and pimpinan_unit_mandiri; without ``pendekatan`` the period's for such posts.
	"""
	jenis, mandiri = jabatan.get("jenis_jabatan"), bool(jabatan.get("pimpinan_unit_mandiri"))
	baku = periode.pendekatan_jpt if is_jpt_atau_mandiri(jenis, mandiri) else periode.pendekatan_ja
	pendekatan = pendekatan or baku
	return {
		"pendekatan": pendekatan,
		"formulir": str(choose_formulir(jenis, mandiri, Pendekatan(pendekatan))),
	}
