"""What those whose turn it is read, and when what they were told is done."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.permissions.giliran import Giliran
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, retire
from kinerja_asn.services.bersama.periode import get_nama_periode
from kinerja_asn.services.giliran.penerima import get_penerima
from kinerja_asn.services.situs.tujuan import get_alamat_antrean
from kinerja_asn.tahap.alur import get_langkah_maju


def retire_lama(doc, before) -> None:
	"""What the others were told about the document is done; its employee's is when it was his turn."""
	retire(doc.doctype, doc.name, kecuali=doc.pegawai_user)
	lama = get_langkah_maju(doc.doctype).get(before.workflow_state, []) if before else []
	if doc.pegawai_user and any(row.allowed == PEGAWAI for row in lama):
		retire(doc.doctype, doc.name, penerima=doc.pegawai_user)


def build_pemberitahuan(doc, giliran: list[Giliran]) -> Iterator[Pemberitahuan]:
	"""The employee is told by notices of their own what came back to him or was handed over."""
	if doc.tahap in DISUSUN:
		return
	for user, bagian in get_penerima(giliran).items():
		if bagian.peran != PEGAWAI:
			yield Pemberitahuan(
				penerima=user,
				doctype=doc.doctype,
				dokumen=doc.name,
				tulis=partial(_write_kabar, doc, bagian.peran),
				kali=f"{doc.workflow_state}|{doc.modified}",
			)


def _write_kabar(doc, peran: str) -> Kabar:
	return Kabar(write_judul(doc, peran), write_isi(doc), _("Buka dokumennya"))


def write_judul(doc, peran: str) -> str:
	nama = doc.nama_pegawai
	if peran != PENILAI or doc.tahap != Tahap.DIAJUKAN:
		return _("{0} {1} menunggu Anda").format(_(doc.doctype), nama)
	return {
		"SKP": _("SKP {0} menunggu penetapan Anda").format(nama),
		"Perubahan SKP": _("Perubahan SKP {0} menunggu penetapan Anda").format(nama),
		"Realisasi Kinerja": _("Realisasi {0} {1} menunggu verifikasi Anda").format(doc.get("masa"), nama),
		"Keberatan Kinerja": _("Suatu keberatan menunggu keputusan Anda"),
	}[doc.doctype]


def write_isi(doc) -> str:
	nama = doc.nama_pegawai
	if doc.tahap != Tahap.DIAJUKAN:
		return _("{0} milik {1} kini berstatus {2}. Buka, lalu ambil langkah berikutnya.").format(
			_(doc.doctype), nama, _(doc.workflow_state)
		)
	return {
		"SKP": _(
			"{0} mengajukan SKP periode {1}. Periksa isinya, lalu tetapkan atau kembalikan dengan alasan."
		).format(nama, get_nama_periode(doc.periode)),
		"Perubahan SKP": _(
			"{0} mengajukan perubahan SKP periode {1}. Bandingkan dengan versi sekarang, lalu tetapkan atau kembalikan dengan alasan."
		).format(nama, get_nama_periode(doc.periode)),
		"Realisasi Kinerja": _(
			"{0} mengajukan realisasi {1}. Periksa buktinya, lalu verifikasi atau kembalikan dengan alasan."
		).format(nama, doc.get("masa")),
		"Keberatan Kinerja": _(
			"Minta penjelasan para pihak, lalu putuskan dalam 7 hari kerja (PermenPANRB 6/2022, Lampiran V huruf B)."
		),
	}[doc.doctype]


# --- HR changed a workflow


def build_pemberitahuan_alur(
	alur, giliran: Mapping[str, list[Giliran]], lama: Mapping[str, set]
) -> Iterator[Pemberitahuan]:
	"""To each whose turn has come by it, how many documents: one by one they may be thousands."""
	banyak = Counter(
		(user, bagian.peran)
		for nama, daftar in giliran.items()
		for bagian in daftar
		if bagian.peran not in lama.get(nama, {bagian.peran})
		for user in bagian.users
	)
	for (user, peran), jumlah in banyak.items():
		yield Pemberitahuan(
			penerima=user,
			doctype="Workflow",
			dokumen=alur.name,
			alamat=get_alamat_antrean(peran),
			tulis=partial(_write_kabar_alur, alur.document_type, jumlah, peran),
			kali=str(alur.modified),
		)


def _write_kabar_alur(doctype: str, jumlah: int, peran: str) -> Kabar:
	return Kabar(
		_("{0} {1} menunggu Anda").format(jumlah, _(doctype)),
		_("Alur kerjanya berubah: langkah berikutnya kini milik {0}.").format(_(peran)),
		_("Buka Tim Saya") if peran == PENILAI else _("Buka daftarnya"),
	)
