"""Where things are. Standard library only: this is read before the virtual environment exists."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
REPO = PACKAGE.parent
VENV = REPO / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
# Everything that embedded/ makes: sites, templates, desk bundles, a private MariaDB.
STATE = Path(os.environ.get("EMBEDDED_STATE") or REPO / ".embedded").resolve()
TEMPLATES = STATE / "templates"
DESK = STATE / "desk"
