"""Runs kinerja_asn without a bench, for try-out, tests and CI. See README.md beside this file.

The app never imports from here. Nothing here is installed on an agency's server.
"""
