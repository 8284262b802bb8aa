"""The framework's own words in Indonesian: its package brings no translations. A bench has Frappe's, so these are the
host's alone, written for it in `translations/id.csv`, and an app's translation of the same words comes first."""

import functools

from embedded.host.rebind import rebind
from embedded.paths import PACKAGE

FOLDER = PACKAGE / "translations"


def mend():
	import monoframe.translate as translate

	from_apps = translate.get_translations_from_apps

	def get_translations_from_apps(lang, apps=None):
		return from_apps(lang, apps) if apps else {**catalogue(lang), **from_apps(lang)}

	rebind(from_apps, get_translations_from_apps)
	_translate_title_of_sign_in()


def _translate_title_of_sign_in():
	"""The one page whose title is a word of the framework's, put there as it stands."""
	import monoframe
	import monoframe.www.login as page

	get_context = page.get_context

	def get_translated_context(context):
		context = get_context(context)
		context["title"] = monoframe._(context["title"])
		return context

	page.get_context = get_translated_context


@functools.cache
def catalogue(lang):
	"""Words → translation. Code that never passes through a browser asks by the name that the package gave itself."""
	import monoframe.translate as translate

	words = translate.get_translation_dict_from_file(str(FOLDER / f"{lang}.csv"), lang, "frappe")
	renamed = {key.replace("Frappe", "Monoframe"): value for key, value in words.items()}
	return {**renamed, **words}
