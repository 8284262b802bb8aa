"""One process, one site folder: configuration, paths and logs are read from it, wherever the process stands.

Without this the framework takes the current directory for its site, writes logs to `../logs`, and reads its
whole configuration from environment variables, so an encryption key would not survive the process.
"""

import json
import os
from pathlib import Path

NAME = "embedded.localhost"
FOLDERS = ("public/files", "private/files", "private/backups", "locks", "logs", "db", "config")

_folder = None


def use(folder):
	"""Take `folder` as the site of this process."""
	global _folder
	_folder = folder.resolve()
	os.environ["MONOFRAME_BENCH_ROOT"] = str(_folder)
	# Read while the framework is imported, before it reads the site's configuration.
	os.environ["DB_TYPE"] = read_config().get("db_type", "sqlite")


def folder():
	return _folder


def make_folders(site):
	for name in FOLDERS:
		(Path(site) / name).mkdir(parents=True, exist_ok=True)


def config_file(site=None):
	return Path(site or _folder) / "site_config.json"


def read_config(site=None):
	file = config_file(site)
	return json.loads(file.read_text()) if file.exists() else {}


def write_config(site, **values):
	"""Merge `values` into the site's site_config.json."""
	config = read_config(site) | values
	config_file(site).write_text(json.dumps(config, indent=1, sort_keys=True) + "\n")


def mend():
	import monoframe
	import monoframe.config
	import monoframe.utils
	import monoframe.utils.logger

	_read_configuration_from_site(monoframe)
	_init_in_site_folder(monoframe)
	_log_into_site_folder(monoframe.utils.logger)
	_read_assets_from_desk_build(monoframe)
	monoframe.get_site_name = lambda: NAME
	monoframe.utils.get_sites = lambda sites_path=None: [NAME]


def _read_configuration_from_site(monoframe):
	from_environment = monoframe.config._load_config

	def load_config():
		config = from_environment()
		config.update(read_config())
		return config

	monoframe.config._load_config = load_config


def _init_in_site_folder(monoframe):
	"""Also takes Frappe's arguments: `frappe.init(site, sites_path)` is how every script starts."""
	init = monoframe.init

	def init_site(site=None, sites_path=None, new_site=False, force=False):
		init(force=force)
		monoframe.local.site = NAME
		monoframe.local.site_path = monoframe.local.app_path = str(_folder)
		monoframe.local.sites_path = str(_folder.parent)

	monoframe.init = init_site


def _log_into_site_folder(logger):
	from logging import Formatter, StreamHandler
	from logging.handlers import RotatingFileHandler

	def create_handler(module, site=None, max_size=100_000, file_count=20, stream_only=False):
		file = _folder / "logs" / f"{module}.log"
		file.parent.mkdir(parents=True, exist_ok=True)
		handler = (
			StreamHandler()
			if stream_only
			else RotatingFileHandler(file, maxBytes=max_size, backupCount=file_count, delay=True)
		)
		handler.setFormatter(Formatter(f"%(asctime)s %(levelname)s {module} %(message)s"))
		return [handler]

	logger.create_handler = create_handler


def _read_assets_from_desk_build(monoframe):
	"""assets/assets.json is looked up relative to the current directory; it lies in the desk build."""
	from embedded.paths import DESK

	read_file = monoframe.read_file

	def read_file_or_assets(path, raise_not_found=False, as_base64=False):
		if str(path) == "assets/assets.json":
			assets = DESK / "dist" / "assets.json"
			return assets.read_text() if assets.exists() else "{}"
		return read_file(path, raise_not_found=raise_not_found, as_base64=as_base64)

	monoframe.read_file = read_file_or_assets
