"""Text as people paste it: what nobody sees makes no difference to what it says."""

import unicodedata


def remove_tak_terlihat(teks: str) -> str:
	"""Zero-width signs that are pasted along: they make two equal words differ."""
	return "".join(tanda for tanda in teks if unicodedata.category(tanda) != "Cf")
