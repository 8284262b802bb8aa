"""Where the framework hands its own name to code that expects `frappe`, and tells its version."""

VERSION = "16.0.0"


def mend():
	import monoframe

	monoframe.__version__ = VERSION
	_offer_frappe_in_safe_code()
	_tell_versions_per_app(monoframe)
	_complete_test_helpers()
	_coerce_postponed_annotations()


def _coerce_postponed_annotations():
	"""Where a module postpones its annotations, a browser's "0" stayed text and was true: link search then asked for
	rights it did not need and failed."""
	from monoframe.utils import typing_validations

	from embedded.host.rebind import rebind

	original = typing_validations.transform_parameter_types

	def transform(function, args, kwargs):
		for name, annotation in function.__annotations__.items():
			if annotation in ("bool", "int"):
				function.__annotations__[name] = {"bool": bool, "int": int}[annotation]
		return original(function, args, kwargs)

	rebind(original, transform)


def _with_frappe(function):
	def with_frappe(*args, **arguments):
		names = function(*args, **arguments)
		names["frappe"] = names["monoframe"]
		return names

	return with_frappe


def _offer_frappe_in_safe_code():
	"""Jinja, Server Scripts, Notification and Workflow conditions would know `monoframe` only."""
	import monoframe.email.doctype.notification.notification as notification
	import monoframe.model.workflow as workflow
	import monoframe.utils.safe_exec as safe_exec

	from embedded.host.rebind import rebind

	for module, name in (
		(safe_exec, "get_safe_globals"),
		(workflow, "get_workflow_safe_globals"),
		(notification, "get_context"),
	):
		original = getattr(module, name)
		rebind(original, _with_frappe(original))


def _tell_versions_per_app(monoframe):
	"""Gave the first app's title for all, and asked git in a folder that is not there, at each boot."""
	import monoframe.utils.change_log as change_log

	from embedded.host.rebind import rebind

	def get_versions():
		return {app: _version_of(monoframe, app) for app in monoframe.get_installed_apps()}

	rebind(change_log.get_versions, monoframe.whitelist()(get_versions))


def _version_of(monoframe, app):
	hooks = monoframe.get_hooks(app_name=app)
	return {
		"title": hooks.app_title[0],
		"description": (hooks.app_description or [""])[0],
		"branch": "",
		"version": monoframe.get_attr(f"{app}.__version__"),
	}


def _complete_test_helpers():
	"""Its change_settings, patch_hooks and timeout do nothing: a test built on them would pass by itself."""
	import monoframe.tests
	import monoframe.tests.classes.context_managers as context_managers
	import monoframe.tests.utils as test_utils

	from embedded.host import test_helpers

	case = test_helpers.complete(monoframe.tests.IntegrationTestCase)
	for module in (monoframe.tests, test_utils):
		for name in ("IntegrationTestCase", "UnitTestCase", "FrappeTestCase"):
			setattr(module, name, case)
	for name in ("change_settings", "patch_hooks", "timeout"):
		for module in (monoframe.tests, test_utils, context_managers):
			setattr(module, name, getattr(test_helpers, name))
