"""Debian's Chromium, for PDFs here and for browser tests. Standard library only."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
# No sandbox: CI runs as root. No background traffic: pages are the only thing it may ask for.
FLAGS = (
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
)


def find():
	"""Path of the browser, or None. CHROMIUM (environment) names another one."""
	return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
