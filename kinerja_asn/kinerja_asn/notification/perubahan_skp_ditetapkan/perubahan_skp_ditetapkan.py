"""Frappe imports this module to send the notification; its text is in the JSON and HTML beside it."""
