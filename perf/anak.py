"""``python -m perf.anak <site> <module.function of perf> <arguments as JSON>``: one measure, alone in its process."""

import json
import sys
from importlib import import_module
from pathlib import Path

from embedded import site
from perf.situs import TANDA


def main(folder: str, ukuran: str, args: str) -> None:
	site.connect(Path(folder))
	modul, _titik, fungsi = ukuran.rpartition(".")
	hasil = getattr(import_module(f"perf.{modul or 'ukur'}"), fungsi)(*json.loads(args))
	print(TANDA + json.dumps(hasil), flush=True)


if __name__ == "__main__":
	main(*sys.argv[1:])
