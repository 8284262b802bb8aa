"""Stand-in for the few ERPNext DocTypes that kinerja_asn links to, importable as `erpnext`.

Same names, fields, types, mandatory fields, permissions and effects as ERPNext 15.90, only what the app uses.
"""

__version__ = "15.90.0"
