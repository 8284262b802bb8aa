"""What pages say beside a row of evidence: that it does not open, or that the same stands elsewhere."""

from collections.abc import Iterator

from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import KeadaanTautan
from kinerja_asn.services.pelaksanaan.bukti_kembar import Kembar, find_kembar

NAMA_TERBANYAK = 5


def warn_pemilik(doc) -> None:
	"""To the employee, while it can still be mended: put on each row of evidence as ``peringatan``."""
	for row in doc.get("bukti") or []:
		row.peringatan = list(_describe_tautan(row))


def warn_pemeriksa(doc) -> None:
	"""To whoever verifies the report; of several at once the page says ``describe_kembar`` beside each."""
	kembar = find_kembar(doc)
	for row in doc.bukti:
		row.peringatan = [*_describe_tautan(row), *describe_kembar(kembar.get(row.name))]


def _describe_tautan(row) -> Iterator[str]:
	pada = formatdate(row.tautan_diperiksa_pada, "d MMMM yyyy") if row.tautan_diperiksa_pada else ""
	if row.keadaan_tautan == KeadaanTautan.MEMINTA_MASUK:
		yield _(
			"Tautan ini meminta masuk ketika diperiksa {0}: bukalah aksesnya bagi Pejabat Penilai."
		).format(pada)
	if row.keadaan_tautan == KeadaanTautan.TIDAK_ADA:
		yield _("Tautan ini tidak ditemukan ketika diperiksa {0}: periksa alamatnya.").format(pada)
	if row.keadaan_tautan == KeadaanTautan.ALAMAT_DALAM:
		yield _(
			"Tautan ini menuju jaringan dalam dan tidak diperiksa; orang di luar jaringan itu tidak dapat membukanya."
		)


def describe_kembar(kembar: Kembar | None) -> Iterator[str]:
	if not kembar:
		return
	if kembar.di_sini:
		yield _("Isi yang sama juga menjadi bukti lain dalam laporan ini.")
	if kembar.masa:
		yield _("Isi yang sama juga menjadi bukti dalam laporan {0}.").format(_join(kembar.masa))
	if kembar.pegawai:
		yield _("Isi yang sama juga menjadi bukti {0}.").format(_join(kembar.pegawai))
	if kembar.tertutup:
		yield _("Isi yang sama juga menjadi bukti pegawai lain yang laporannya bukan untuk Anda.")


def _join(nama: list[str]) -> str:
	lebih = len(nama) - NAMA_TERBANYAK
	disebut = ", ".join(nama[:NAMA_TERBANYAK])
	return _("{0}, dan {1} lainnya").format(disebut, lebih) if lebih > 0 else disebut
