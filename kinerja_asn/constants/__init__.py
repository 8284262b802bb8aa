"""Pure data: what the regulation names and what install, uninstall, rules and tests all read."""

MODULE = "Kinerja ASN"
APP = "kinerja_asn"
