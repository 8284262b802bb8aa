"""Who is told what about an objection. A notice names neither the person nor the matter: it may be read over a shoulder."""

from collections.abc import Callable, Iterator

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.permissions.lingkup import get_pengelola
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, retire, send
from kinerja_asn.services.bersama.waktu import format_batas

DOCTYPE = "Keberatan Kinerja"


def tell_diajukan(keberatan) -> None:
	"""The Penilai, who is asked for his explanation; whose decision it is hears it as with every staged document."""
	_send(keberatan, ("penilai",), _write_diajukan, "diajukan")


def tell_dijelaskan(keberatan) -> None:
	_send(keberatan, ("atasan_penilai", "pegawai"), _write_dijelaskan, f"dijelaskan {keberatan.modified}")


def tell_diputuskan(keberatan) -> None:
	retire(DOCTYPE, keberatan.name)
	_send(keberatan, ("pegawai", "penilai"), _write_diputuskan, "diputuskan")


def tell_dicabut(keberatan) -> None:
	retire(DOCTYPE, keberatan.name)
	_send(keberatan, ("penilai", "atasan_penilai"), _write_dicabut, "dicabut")


def build_pengingat(rows: list, hari_sisa: Callable) -> Iterator[Pemberitahuan]:
	"""To whoever decides, near and after his last day; then to HR too, who learns that one is late and no more."""
	for row in rows:
		sisa = hari_sisa(row)
		if sisa in (2, 0) or sisa < 0:
			kali = f"tenggat {sisa if sisa >= 0 else 'lewat'} {row.tenggat_keputusan}"
			yield _make(row.atasan_penilai_user, row.name, lambda row=row: _write_tenggat(row), kali)
			if not row.penjelasan_penilai:
				yield _make(row.penilai_user, row.name, _write_diajukan, kali)
		if sisa < 0:
			yield from _build_pengelola(row)


def _build_pengelola(row) -> Iterator[Pemberitahuan]:
	for user in get_pengelola(row.instansi):
		if user not in (row.pegawai_user, row.penilai_user, row.atasan_penilai_user):
			yield Pemberitahuan(
				user,
				"Report",
				"Daftar Keberatan",
				tulis=_write_terlambat,
				alamat=get_alamat_laporan(),
				kali=f"terlambat {row.name}",
			)


def get_alamat_laporan() -> str:
	return frappe.utils.get_url_to_report("Daftar Keberatan", "Script Report", "Dokumen Evaluasi Kinerja")


def list_diajukan() -> list[frappe._dict]:
	return frappe.get_all(
		DOCTYPE,
		{"tahap": str(Tahap.DIAJUKAN)},
		[
			"name",
			"dokumen",
			"instansi",
			"tenggat_keputusan",
			"penjelasan_penilai",
			"pegawai",
			"penilai",
			"atasan_penilai",
			"pegawai_user",
			"penilai_user",
			"atasan_penilai_user",
		],
	)


def _send(keberatan, pihak: tuple[str, ...], tulis: Callable, kali: str) -> None:
	akun = dict.fromkeys(filter(None, (keberatan.get(f"{nama}_user") for nama in pihak)))
	send([_make(user, keberatan.name, tulis, kali) for user in akun if user != frappe.session.user])


def _make(user: str, nama: str, tulis: Callable, kali: str) -> Pemberitahuan:
	return Pemberitahuan(user, DOCTYPE, nama, tulis=tulis, kali=kali)


def _write_diajukan() -> Kabar:
	return Kabar(
		_("Penjelasan Anda diminta atas suatu keberatan"),
		_("Atasan Anda memeriksanya dan meminta penjelasan Anda selaku Pejabat Penilai Kinerja."),
		_("Tulis penjelasan"),
	)


def _write_dijelaskan() -> Kabar:
	return Kabar(
		_("Pemeriksaan keberatan mendapat keterangan baru"),
		_("Isinya hanya terbaca di halamannya."),
		_("Buka keberatan"),
	)


def _write_diputuskan() -> Kabar:
	return Kabar(
		_("Keberatan sudah diputuskan"), _("Isinya hanya terbaca di halamannya."), _("Baca keputusan")
	)


def _write_dicabut() -> Kabar:
	return Kabar(_("Suatu keberatan dicabut"), _("Tidak ada yang perlu dilakukan lagi."), _("Buka keberatan"))


def _write_tenggat(row) -> Kabar:
	return Kabar(
		_("Keberatan menunggu keputusan Anda"),
		_("Paling lambat diputuskan {0} (PermenPANRB 6/2022, Lampiran V huruf B angka 6).").format(
			format_batas(row.tenggat_keputusan)
		),
		_("Putuskan keberatan"),
	)


def _write_terlambat() -> Kabar:
	return Kabar(
		_("Suatu keberatan melewati tenggat keputusannya"),
		_("Daftarnya menyebut pejabat yang memutuskannya. Isinya hanya terbaca oleh para pihak."),
		_("Buka Daftar Keberatan"),
	)
