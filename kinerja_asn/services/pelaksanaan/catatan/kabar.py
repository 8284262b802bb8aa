"""What a Penilai is told of a week that was sent to him, and an employee of a day that came back."""

from collections import defaultdict
from collections.abc import Collection
from functools import partial

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, retire, send
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.pelaksanaan.catatan.jumlah import DOCTYPE


def tell_pengajuan(rows: list) -> None:
	"""Once for all days that were sent together; who led on some of them another day is told of those."""
	per_penilai: dict[str, list] = defaultdict(list)
	for row in rows:
		per_penilai[row.penilai_user].append(row)
	send(
		Pemberitahuan(
			penilai,
			DOCTYPE,
			hari[0].name,
			tulis=partial(_write_pengajuan, hari),
			kali=f"kirim {get_now()}",
		)
		for penilai, hari in per_penilai.items()
	)


def _write_pengajuan(hari: list) -> Kabar:
	return Kabar(
		judul=_("Catatan harian {0} menunggu persetujuan Anda").format(hari[0].nama_pegawai),
		isi=_("{0} hari sejak {1}.").format(len(hari), formatdate(hari[0].tanggal, "d MMMM yyyy")),
		tombol=_("Buka catatannya"),
	)


def retire_pengajuan(nama: Collection[str]) -> None:
	retire(DOCTYPE, nama, penerima=frappe.session.user)


def tell_pengembalian(row, alasan: str) -> None:
	if row.pegawai_user:
		tulis = partial(_write_pengembalian, row, alasan)
		send(
			[Pemberitahuan(row.pegawai_user, DOCTYPE, row.name, tulis=tulis, kali=f"kembali {row.modified}")]
		)


def _write_pengembalian(row, alasan: str) -> Kabar:
	return Kabar(
		judul=_("Catatan {0} dikembalikan {1}").format(
			formatdate(row.tanggal, "d MMMM yyyy"), row.nama_penilai
		),
		isi=alasan,
		tombol=_("Perbaiki catatan"),
	)
