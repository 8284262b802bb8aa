"""What `make test-bench` says before it touches a bench."""

import json

from e2e.bangku import Bangku


def make_bench(folder, assets):
	(folder / "sites" / "assets" / "kinerja_asn" / "css").mkdir(parents=True)
	(folder / "sites" / "assets" / "kinerja_asn" / "css" / "portal.css").touch()
	if assets is not None:
		(folder / "sites" / "assets" / "assets.json").write_text(json.dumps(assets))
	return Bangku(str(folder), "uji.localhost")


def test_assets_that_were_never_built(tmp_path):
	assert make_bench(tmp_path, None).list_aset_kurang() == ["assets.json"]


def test_assets_of_an_older_build(tmp_path):
	bench = make_bench(tmp_path, {"desk.bundle.js": "/assets/frappe/dist/js/desk.bundle.A1.js"})
	assert bench.list_aset_kurang() == ["frappe/dist/js/desk.bundle.A1.js"]
	built = tmp_path / "sites" / "assets" / "frappe" / "dist" / "js"
	built.mkdir(parents=True)
	(built / "desk.bundle.A1.js").touch()
	assert bench.list_aset_kurang() == []


def test_the_app_is_not_linked(tmp_path):
	bench = make_bench(tmp_path, {})
	(tmp_path / "sites" / "assets" / "kinerja_asn" / "css" / "portal.css").unlink()
	assert bench.list_aset_kurang() == ["kinerja_asn/css/portal.css"]
