"""Addresses of our styles and scripts: they change with the content, so that a browser may keep each for a year."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import kinerja_asn

_FOLDER = Path(kinerja_asn.__file__).parent / "public"


def get_alamat_aset(nama: str) -> str:
	"""``css/portal.css`` -> its address. The file is looked at every time, read again only where it has changed."""
	keadaan = (_FOLDER / nama).stat()
	return f"/assets/kinerja_asn/{nama}?v={_get_sidik(nama, keadaan.st_mtime_ns, keadaan.st_size)}"


@lru_cache(maxsize=64)
def _get_sidik(nama: str, _diubah: int, _ukuran: int) -> str:
	return sha256((_FOLDER / nama).read_bytes()).hexdigest()[:12]
