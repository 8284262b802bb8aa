"""Text as people paste it: what nobody sees makes no difference to what it says."""

import unicodedata


def keep_tercetak(teks: str) -> str:
	"""What a page shows of a text that somebody typed: its lines, without signs that nobody sees, tidied at both ends."""
	return "".join(
		tanda for tanda in teks.replace("\r\n", "\n") if tanda == "\n" or tanda.isprintable()
	).strip()


def remove_tak_terlihat(teks: str) -> str:
	"""Zero-width signs that are pasted along: they make two equal words differ."""
	return "".join(tanda for tanda in teks if unicodedata.category(tanda) != "Cf")
