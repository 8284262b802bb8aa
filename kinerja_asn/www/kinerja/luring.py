"""What is shown in place of a page that was never read on this device, while there is no line."""

from frappe import _


def get_context(context):
	context.title = _("Tanpa sambungan")
