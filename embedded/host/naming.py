"""Frappe's name, put back into texts."""


def restore_name(value):
	"""monoframe → frappe in a text, or in the texts of a list or dict."""
	if isinstance(value, str):
		return value.replace("monoframe", "frappe").replace("Monoframe", "Frappe")
	if isinstance(value, list | tuple):
		return type(value)(restore_name(item) for item in value)
	if isinstance(value, dict):
		return {restore_name(key): restore_name(item) for key, item in value.items()}
	return value
