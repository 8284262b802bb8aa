"""Whether a result is final because of whose it is and who evaluates him (p. 90 no. 12)."""

from collections.abc import Collection, Mapping

import frappe

from kinerja_asn.constants.dokumen_evaluasi import AlasanFinal
from kinerja_asn.constants.istilah import JenisInstansi
from kinerja_asn.rules.keberatan import Kedudukan, find_alasan_final
from kinerja_asn.rules.penetap import PEJABAT_NEGARA
from kinerja_asn.services.bersama.periode import get_periode


def find_alasan_jabatan(skp: Mapping, penilai: Mapping | None) -> AlasanFinal | None:
	"""``skp``: periode and the post for which it was agreed on (KOLOM_JABATAN). ``penilai``: of ``read_jabatan``."""
	return find_alasan_final(
		Kedudukan(
			oleh_atasan=False,
			jenis_instansi=JenisInstansi(get_periode(skp["periode"]).jenis_instansi),
			jenis_jabatan=skp["jenis_jabatan"],
			pimpinan_unit_mandiri=bool(skp["pimpinan_unit_mandiri"]),
			jenis_jabatan_penilai=penilai["jenis_jabatan"] if penilai else None,
			penilai_pejabat_negara=bool(penilai) and penilai["status_kinerja"] == PEJABAT_NEGARA,
		)
	)


def read_jabatan(pegawai: Collection[str | None]) -> dict[str, frappe._dict]:
	"""Employee -> jenis_jabatan, status_kinerja. One query."""
	kolom = ["name", "jenis_jabatan", "status_kinerja"]
	nama = [name for name in pegawai if name]
	return {row.name: row for row in frappe.get_all("Employee", {"name": ("in", nama or [""])}, kolom)}
