"""Sites from before the app gave its desk roles what their links choose from; what is there already stays as it is."""

from kinerja_asn.constants.peran import IZIN_DASAR
from kinerja_asn.permissions.pemberian import give_izin


def execute() -> None:
	give_izin(IZIN_DASAR)
