"""What was noted, as a table that is pasted into the national application: thought out once."""

from calendar import monthrange
from datetime import date

from frappe import _
from frappe.utils import formatdate, get_url, getdate

from kinerja_asn.portal.pelaksanaan.catatan.harian import get_hari_saya
from kinerja_asn.portal.pelaksanaan.catatan.pekan import get_baris
from kinerja_asn.rules.catatan import get_pekan

RENTANG = ("hari", "pekan", "bulan")


def get_rentang(tanggal: date, rentang: str) -> tuple[date, date]:
	if rentang == "hari":
		return tanggal, tanggal
	if rentang == "bulan":
		return tanggal.replace(day=1), tanggal.replace(day=monthrange(tanggal.year, tanggal.month)[1])
	pekan = get_pekan(tanggal)
	return pekan[0], pekan[-1]


def get_kepala() -> list[str]:
	return [
		*(_("Tanggal"), _("Rencana hasil kerja"), _("Indikator"), _("Yang dikerjakan")),
		*(_("Volume"), _("Satuan"), _("Menit"), _("Bukti")),
	]


def build_tabel(awal: date, akhir: date) -> list[list[str]]:
	"""A row for each line of the session user, by day."""
	per_nama = {row.name: getdate(row.tanggal) for row in get_hari_saya(awal, akhir).values()}
	baris = sorted(get_baris([*per_nama]), key=lambda row: per_nama[row.parent])
	return [_build_baris(row, per_nama[row.parent]) for row in baris]


def _build_baris(row, tanggal: date) -> list[str]:
	return [
		formatdate(tanggal, "dd-MM-yyyy"),
		row.rencana_hasil_kerja or _("Tugas langsung"),
		row.uraian_indikator or "",
		row.uraian,
		row.angka,
		row.satuan or "",
		str(row.menit or ""),
		row.tautan or (get_url(row.berkas) if row.berkas else ""),
	]


def join_salinan(kepala: list[str], tabel: list[list[str]]) -> str:
	"""As a spreadsheet and a form take it from the clipboard: a line for each row, tabs between cells."""
	return "\n".join("\t".join(" ".join(str(sel).split()) for sel in baris) for baris in (kepala, *tabel))


def choose_rentang(diminta: str | None) -> str:
	return diminta if diminta in RENTANG else "pekan"


def name_rentang(tanggal: date, rentang: str) -> str:
	awal, akhir = (formatdate(hari, "d MMMM yyyy") for hari in get_rentang(tanggal, rentang))
	return awal if awal == akhir else f"{awal} – {akhir}"


def name_pilihan() -> dict[str, str]:
	return dict(zip(RENTANG, (_("Sehari"), _("Sepekan"), _("Sebulan")), strict=True))
