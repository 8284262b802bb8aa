"""Who is told what about pembinaan. Of what is confidential a notice says nothing: not whom nor what it is about."""

from functools import partial

from frappe import _

from kinerja_asn.constants.pembinaan import StatusKonseling, StatusLaporanMasalah, StatusPembinaan
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send

# Status of a bimbingan -> the parties who have something to do or to read then.
_PENERIMA = {
	StatusPembinaan.DISIAPKAN: ("pegawai", "pembina"),
	StatusPembinaan.BERJALAN: ("pembina",),
	StatusPembinaan.DITANDATANGANI: ("pegawai",),
	StatusPembinaan.SELESAI: ("pembina", "penilai", "atasan_penilai"),
	StatusPembinaan.DIBATALKAN: ("pegawai", "pembina"),
}


def tell_bimbingan(doc) -> None:
	"""Whoever is next, whenever the status has changed."""
	before = doc.get_doc_before_save()
	if before and before.status == doc.status:
		return
	_send(doc, _PENERIMA[StatusPembinaan(doc.status)], partial(_write_bimbingan, doc), _get_kali(doc))


def _get_kali(doc) -> str:
	"""A bimbingan that was given back is signed again, and told of again."""
	return f"{doc.status} {doc.ditandatangani_pembina_pada or ''} {doc.catatan_pegawai or ''}"


def _write_bimbingan(doc) -> Kabar:
	judul = {
		StatusPembinaan.DISIAPKAN: _("{0} untuk {1} dimulai"),
		StatusPembinaan.BERJALAN: _("{0} untuk {1} menunggu pembinanya"),
		StatusPembinaan.DITANDATANGANI: _("{0} untuk {1} menunggu tanda tangan pegawai"),
		StatusPembinaan.SELESAI: _("{0} untuk {1} selesai"),
		StatusPembinaan.DIBATALKAN: _("{0} untuk {1} dibatalkan"),
	}[StatusPembinaan(doc.status)]
	return Kabar(
		judul=judul.format(_(doc.jenis), doc.nama_pegawai),
		isi=doc.alasan_batal or doc.catatan_pegawai or doc.alasan,
		tombol=_("Buka bimbingan"),
	)


def tell_tanggapan(doc) -> None:
	_send(doc, ("atasan_penilai",), _write_pribadi, "serah")


def tell_laporan(doc) -> None:
	"""The official; the employee too, whom his Penilai has told before (p. 86 huruf c)."""
	_send(doc, ("pejabat", "pegawai"), _write_pribadi, f"{doc.status} {doc.pejabat}")


def tell_keputusan_laporan(doc) -> None:
	"""Of a counselling the employee is told by itself."""
	penerima = ("penilai",) if doc.status == StatusLaporanMasalah.KONSELING else ("penilai", "pegawai")
	_send(doc, penerima, _write_pribadi, f"{doc.status}")


def tell_konseling(doc) -> None:
	"""When it is set, when time, place or counsellor change, and those to whom its record goes (p. 87-88)."""
	if doc.status == StatusKonseling.DIJADWALKAN:
		kali = f"{doc.jadwal} {doc.tempat} {doc.konselor}"
		return _send(doc, ("pegawai", "konselor"), _write_pribadi, kali)
	if not doc.tindak_lanjut:
		_send(doc, ("pegawai", *doc.get_penerima_rekaman()), _write_pribadi, "rekaman")
	else:
		_send(doc, ("pegawai", "konselor"), _write_pribadi, "tindak lanjut")


def _send(doc, pihak: tuple[str, ...], tulis, kali: str) -> None:
	akun = dict.fromkeys(filter(None, (doc.get(f"{nama}_user") for nama in pihak)))
	send([Pemberitahuan(user, doc.doctype, doc.name, tulis=tulis, kali=kali) for user in akun])


def _write_pribadi() -> Kabar:
	return Kabar(
		judul=_("Ada surat pribadi untuk Anda"),
		isi=_("Isinya hanya terbaca di halamannya."),
		tombol=_("Buka"),
	)
