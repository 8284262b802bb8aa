"""`frappe.commands`, which monoframe does not have: what an app's own commands take from it."""

import functools

import click


def pass_context(function):
	"""Decorator: the command's first argument has `sites`, as Frappe's has."""

	@functools.wraps(function)
	def with_context(context, *arguments, **options):
		return function(context.obj, *arguments, **options)

	return click.pass_context(with_context)


def get_site(context):
	return context.sites[0]
