"""What the scheduler runs once a day (hooks.py, daily_long).

Each is a Scheduled Job Type of its own: Frappe runs them in transactions of their own and logs a failure, so that
none stops another, and an administrator can stop, run or inspect each of them in the desk. A job begins in English;
what it records on documents is in the site's language.
"""

from kinerja_asn.laporan.unduhan import pembuatan as unduhan
from kinerja_asn.services.bersama.pemberitahuan import get_bahasa_situs, in_bahasa
from kinerja_asn.services.pelaksanaan import tautan
from kinerja_asn.services.pelaksanaan.catatan import pengingat as pengingat_catatan
from kinerja_asn.services.pelaksanaan.masyarakat import kabar as kabar_masyarakat
from kinerja_asn.services.pelaksanaan.pelaporan import kabar
from kinerja_asn.services.pelaksanaan.pemantauan import kabar_tindakan, pencatatan
from kinerja_asn.services.pelaksanaan.umpan_balik import jadwal as jadwal_umpan_balik
from kinerja_asn.services.pelaksanaan.umpan_balik import kabar as kabar_umpan_balik
from kinerja_asn.services.penilaian import umpan_balik
from kinerja_asn.services.penilaian.dokumen import pengingat as pengingat_dokumen
from kinerja_asn.services.penilaian.dokumen import penyedia
from kinerja_asn.services.penilaian.keberatan import harian as harian_keberatan
from kinerja_asn.services.penilaian.kewenangan import pengalihan
from kinerja_asn.services.penilaian.rantai import kabar as kabar_rantai
from kinerja_asn.services.perencanaan import data_pegawai, pengingat
from kinerja_asn.services.perencanaan.skp import penetapan
from kinerja_asn.services.perpindahan import latar, plt
from kinerja_asn.services.situs import kiriman


def hand_back_after_plt() -> None:
	with in_bahasa(get_bahasa_situs()):
		plt.hand_back_after_plt()


def mend_data_pegawai() -> None:
	with in_bahasa(get_bahasa_situs()):
		data_pegawai.mend_data()


def resume_perpindahan() -> None:
	latar.resume_stopped()


def pass_on_penetapan() -> None:
	with in_bahasa(get_bahasa_situs()):
		penetapan.pass_on_penetapan()


def pass_on_evaluasi() -> None:
	with in_bahasa(get_bahasa_situs()):
		pengalihan.pass_on_evaluasi()


def send_pengingat() -> None:
	with in_bahasa(get_bahasa_situs()):
		pengingat.send_pengingat()


def remind_catatan() -> None:
	with in_bahasa(get_bahasa_situs()):
		pengingat_catatan.remind_pekan_lalu()


def remind_tindakan() -> None:
	with in_bahasa(get_bahasa_situs()):
		kabar_tindakan.remind()


def tell_sering_terlambat() -> None:
	with in_bahasa(get_bahasa_situs()):
		kabar.tell_sering()


def remove_unduhan() -> None:
	unduhan.remove_unduhan()


def close_umpan_balik() -> None:
	with in_bahasa(get_bahasa_situs()):
		umpan_balik.close_jatuh_tempo()


def remind_umpan_balik() -> None:
	kabar_umpan_balik.send_pengingat()


def remind_umpan_balik_berkala() -> None:
	with in_bahasa(get_bahasa_situs()):
		jadwal_umpan_balik.remind()


def check_tautan() -> None:
	tautan.check_lama()


def remind_moderasi() -> None:
	kabar_masyarakat.remind_moderasi()


def check_capaian() -> None:
	with in_bahasa(get_bahasa_situs()):
		pencatatan.check_semua()


def sweep_kiriman() -> None:
	kiriman.sweep_kiriman()


def remind_dokumen() -> None:
	with in_bahasa(get_bahasa_situs()):
		pengingat_dokumen.send_pengingat()


def examine_keberatan() -> None:
	with in_bahasa(get_bahasa_situs()):
		harian_keberatan.run_harian()


def check_rantai() -> None:
	with in_bahasa(get_bahasa_situs()):
		kabar_rantai.run_harian()


def exchange_tanda_tangan() -> None:
	"""Hourly: what goes to a provider of electronic signatures and comes back."""
	penyedia.exchange()
