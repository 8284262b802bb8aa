from sample_app.events import note


def execute():
	note("patch")
