"""``python -m perf.anak <site> <function of perf.ukur> <arguments as JSON>``: one measure, alone in its process."""

import json
import sys
from pathlib import Path

from embedded import site
from perf.situs import TANDA


def main(folder: str, ukuran: str, args: str) -> None:
	site.connect(Path(folder))
	from perf import ukur

	hasil = getattr(ukur, ukuran)(*json.loads(args))
	print(TANDA + json.dumps(hasil), flush=True)


if __name__ == "__main__":
	main(*sys.argv[1:])
