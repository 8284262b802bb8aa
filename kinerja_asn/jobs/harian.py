"""What the scheduler runs once a day (hooks.py, daily_long).

Each is a Scheduled Job Type of its own: Frappe runs them in transactions of their own and logs a failure, so that
none stops another, and an administrator can stop, run or inspect each of them in the desk.
"""

from kinerja_asn.services import penetapan, pengingat
from kinerja_asn.services.perpindahan import latar, plt


def kembalikan_setelah_plt() -> None:
	plt.kembalikan_setelah_plt()


def lanjutkan_perpindahan() -> None:
	latar.lanjutkan_yang_terhenti()


def alihkan_penetapan() -> None:
	penetapan.alihkan_penetapan()


def kirim_pengingat() -> None:
	pengingat.kirim_pengingat()
