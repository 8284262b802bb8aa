"""Which folder answers which address below /assets."""

from embedded.desk_build import DIST, framework_public
from embedded.paths import PACKAGE, REPO

BUNDLES = "/assets/frappe/dist"


def folders():
	"""Address prefix → folder; a prefix comes before those that begin it."""
	return {
		BUNDLES: DIST,
		"/assets/frappe": framework_public(),
		"/assets/erpnext": PACKAGE / "hr_master" / "public",
		"/assets/kinerja_asn": REPO / "kinerja_asn" / "public",
	}
