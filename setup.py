"""Shim for tools that still look for it; everything is in pyproject.toml."""

import re
from pathlib import Path

from setuptools import find_packages, setup

VERSION = re.search(r'__version__ = "(.+?)"', Path("kinerja_asn/__init__.py").read_text())[1]

setup(name="kinerja_asn", version=VERSION, packages=find_packages(include=["kinerja_asn", "kinerja_asn.*"]))
