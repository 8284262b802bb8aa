"""What the employee is told when a hasil kerja is taken over from him, and when he gets it back."""

from functools import partial

from frappe import _

from kinerja_asn.constants.pembinaan import StatusAmbilAlih
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send


def tell(doc) -> None:
	if doc.pegawai_user:
		tulis = partial(_write_pencabutan if doc.status == StatusAmbilAlih.DICABUT else _write, doc)
		send([Pemberitahuan(doc.pegawai_user, doc.doctype, doc.name, tulis=tulis, kali=doc.status)])


def _write(doc) -> Kabar:
	return Kabar(
		judul=_("{0} mengambil alih sebuah hasil kerja Anda").format(doc.nama_pengambil),
		isi=_("{0}: mulai sekarang realisasinya tidak diminta lagi dari Anda. Baca catatannya.").format(
			doc.rencana_hasil_kerja
		),
		tombol=_("Baca catatannya"),
	)


def _write_pencabutan(doc) -> Kabar:
	return Kabar(
		judul=_("{0} mengembalikan sebuah hasil kerja kepada Anda").format(doc.nama_penilai),
		isi=_("{0}: realisasinya kembali Anda laporkan.").format(doc.rencana_hasil_kerja),
		tombol=_("Baca catatannya"),
	)
