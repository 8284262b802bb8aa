"""One import at a time works on a document, and one that has died is seen and can be gone on with."""

import frappe
from frappe import _

from kinerja_asn.constants.istilah import HasilImpor, StatusPembukaan
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.borongan.giliran import is_diam
from kinerja_asn.services.pelaksanaan.pengimporan.kemajuan import Kemajuan

DOCTYPE = "Impor Realisasi"
KOLOM_HASIL = {
	HasilImpor.DITERIMA: "jumlah_diterima",
	HasilImpor.SAMA: "jumlah_sama",
	HasilImpor.DITOLAK: "jumlah_ditolak",
}
# Before anything was brought in.
KOSONG = {**dict.fromkeys(("banyak_baris", "jumlah_baris", *KOLOM_HASIL.values()), 0), "kemajuan": None}


def take_giliran(name: str) -> None:
	"""Mark it as running; its row stays locked until the caller commits, so that of two at once one is refused. One that
	has stopped counts on from where it was."""
	impor = frappe.db.get_value(
		DOCTYPE, name, ["name", "status", "modified", "berkas"], as_dict=True, for_update=True
	)
	if not impor.berkas:
		frappe.throw(_("Unggah dahulu berkas .xlsx yang akan diimpor."))
	if impor.status == StatusPembukaan.BERJALAN and not is_diam(impor):
		frappe.throw(_("Impor ini sedang berjalan. Tunggu sampai selesai."))
	lanjut = impor.status in (StatusPembukaan.BERJALAN, StatusPembukaan.TERHENTI)
	baru = {"mulai_pada": get_now(), "selesai_pada": None, **KOSONG}
	_set(name, {"status": str(StatusPembukaan.BERJALAN), **({} if lanjut else baru)})


def record(name: str, kemajuan: Kemajuan) -> None:
	"""In the transaction of the rows themselves: what is counted is there, whenever the run dies."""
	jumlah = {kolom: kemajuan.count(keadaan) for keadaan, kolom in KOLOM_HASIL.items()}
	_set(name, {"jumlah_baris": sum(jumlah.values()), "kemajuan": kemajuan.teks, **jumlah})


def begin(name: str, banyak_baris: int) -> None:
	_set(name, {"banyak_baris": banyak_baris})


def finish(name: str, alamat: str) -> None:
	_set(name, {"status": str(StatusPembukaan.SELESAI), "selesai_pada": get_now(), "hasil": alamat})


def stop(name: str) -> None:
	"""The run has failed; what it committed stays, and it can be gone on with."""
	_set(name, {"status": str(StatusPembukaan.TERHENTI)})


def _set(name: str, nilai: dict) -> None:
	frappe.db.set_value(DOCTYPE, name, nilai)
