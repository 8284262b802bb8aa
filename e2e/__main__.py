"""``make test-bench``: the app's own tests inside a real bench, then e2e/ on the same site. Leaves the site as the
migration left it.

It begins with the question whether the site may be used, and changes nothing before that is answered.
"""

import json
import os
import subprocess
import sys

from e2e.bangku import Bangku, Potret
from embedded.paths import REPO


def main() -> int:
	bangku = Bangku(os.environ["KINERJA_BENCH"], os.environ["KINERJA_SITE"])
	potret = Potret(bangku, "semula")
	if potret.exists():
		print("test-bench: putting the site back as it was before a run that was killed.", flush=True)
		potret.restore()
	check(bangku)
	bangku.run("migrate", stdout=subprocess.DEVNULL)
	potret.take()
	try:
		gagal = [nama for nama, jalankan in BAGIAN.items() if not jalankan(bangku, potret)]
	finally:
		potret.restore()
		potret.forget()
	print(f"test-bench: {' and '.join(gagal) + ' failed' if gagal else 'all passed'}.", flush=True)
	return bool(gagal)


def check(bangku: Bangku) -> None:
	konfigurasi = json.loads((bangku.situs / "site_config.json").read_text())
	if not konfigurasi.get("allow_tests"):
		sys.exit(
			f"test-bench: bench --site {bangku.site} set-config allow_tests true, if it is a site for tests."
		)
	if kurang := bangku.list_aset_kurang():
		sys.exit(
			f"test-bench: assets are not built, {len(kurang)} missing ({kurang[0]}): run bench build. Nothing was changed."
		)
	if bangku.run("kinerja-demo", "check", check=False).returncode:
		sys.exit(f"test-bench: {bangku.site} may not be used, see above. Nothing was changed.")


def run_tests(bangku: Bangku, potret: Potret) -> bool:
	"""Their agency stays on the site, so it is put back afterwards: the demo shall not meet it."""
	# Without CI, Frappe v15 ends in success whatever its tests say.
	hasil = bangku.run("run-tests", "--app", "kinerja_asn", env={"CI": "1"}, check=False)
	potret.restore()
	return not hasil.returncode


def run_e2e(bangku: Bangku, potret: Potret) -> bool:
	perintah = [sys.executable, "-m", "pytest", "-v", "-p", "embedded.pytest_plugin", "--no-site", "e2e"]
	return not subprocess.run([*perintah, *sys.argv[1:]], cwd=REPO).returncode


BAGIAN = {"the app's tests": run_tests, "e2e": run_e2e}

if __name__ == "__main__":
	sys.exit(main())
