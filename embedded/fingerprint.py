"""Hashes that tell whether a cached thing still fits the files it was made from."""

import hashlib
from pathlib import Path

SKIPPED_FOLDERS = {"__pycache__", "node_modules", ".git", ".ruff_cache", ".pytest_cache"}


def files_below(folder, skipped=()):
	"""Every file below `folder`, sorted, without caches and without folders named in `skipped`."""
	unwanted = SKIPPED_FOLDERS | set(skipped)
	return sorted(
		path
		for path in Path(folder).rglob("*")
		if path.is_file() and not unwanted.intersection(path.relative_to(folder).parts)
	)


def fingerprint(*paths, skipped=(), extra=""):
	"""Sixteen hex digits over the names and contents of files and folders."""
	digest = hashlib.sha256(extra.encode())
	for path in map(Path, paths):
		for file in files_below(path, skipped) if path.is_dir() else [path]:
			digest.update(str(file.relative_to(path.parent)).encode())
			digest.update(file.read_bytes())
	return digest.hexdigest()[:16]
