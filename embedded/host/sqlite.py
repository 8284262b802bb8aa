"""SQLite as the framework should have met it: bound parameters, types, and the MariaDB functions it sends.

Only what Frappe's own queries need is added. The app's SQL has to be portable by itself: MariaDB runs in CI.
"""

import datetime
import decimal
import re
import sqlite3

PLACEHOLDER = re.compile(r"%\((\w+)\)s|%s|%%")
INSERT_IGNORE = re.compile(r"^\s*INSERT\s+IGNORE", re.IGNORECASE)
ADD_UNIQUE_COLUMN = re.compile(
	r"""^\s*(ALTER TABLE ([`"].+?[`"]) ADD COLUMN ([`"](\w+)[`"]) .*?)\s+UNIQUE\b(.*)$""", re.IGNORECASE
)
WITHOUT_QUOTES = str.maketrans("", "", '`"')
FOR_UPDATE = re.compile(r"\s+FOR\s+UPDATE(\s+(NOWAIT|SKIP\s+LOCKED))?\s*;?\s*$", re.IGNORECASE)


def mend():
	from monoframe.database.sqlite.database import SQLiteDatabase
	from monoframe.database.sqlite.schema import SQLiteTable

	_register_types()
	SQLiteDatabase.execute_query = execute_query
	_add_functions(SQLiteDatabase)
	_keep_indexes(SQLiteTable)
	_make_indexes(SQLiteTable)
	_name_indexes(SQLiteDatabase)


def _register_types():
	"""`creation` came back as text, and a Decimal or timedelta could not be stored at all."""
	sqlite3.register_converter("datetime", lambda value: datetime.datetime.fromisoformat(value.decode()))
	sqlite3.register_adapter(decimal.Decimal, float)
	sqlite3.register_adapter(datetime.timedelta, str)
	sqlite3.register_adapter(datetime.time, str)


def execute_query(self, query, values=None):
	"""Replaces a method that pastes dict values into the text: an injection, and None became 'None'."""
	if unique := ADD_UNIQUE_COLUMN.match(query):
		return _add_unique_column(self._cursor, *unique.groups())
	query = FOR_UPDATE.sub("", INSERT_IGNORE.sub("INSERT OR IGNORE", query))
	if not values:
		return self._cursor.execute(query)
	return self._cursor.execute(*bind(query, values))


def _add_unique_column(cursor, start, table, column, name, rest):
	"""SQLite cannot add a column that is UNIQUE; a unique Custom Field (Employee.nip) needs one."""
	cursor.execute(start + rest)
	index = f"{table[1:-1]}_{name}"  # names of indexes are one namespace for the whole database
	return cursor.execute(f'CREATE UNIQUE INDEX IF NOT EXISTS "{index}" ON {table} ({column})')


def bind(query, values):
	"""The query with `?` for every placeholder, and the values in that order. A list becomes (?,?,…)."""
	if is_plain(query, values):
		return query.replace("%s", "?"), values
	in_order = None if isinstance(values, dict) else iter(values)
	bound = []

	def placeholder(match):
		if match[0] == "%%":
			return "%"
		value = values[match[1]] if match[1] else next(in_order)
		if not isinstance(value, list | tuple | set | frozenset):
			bound.append(value)
			return "?"
		bound.extend(value)
		return f"({','.join('?' * len(value))})"

	return PLACEHOLDER.sub(placeholder, query), bound


def is_plain(query, values):
	"""Only `%s`, one scalar for each: the multi-row inserts of bulk work, where a look at each one would count."""
	if isinstance(values, dict) or "%%" in query or "%(" in query:
		return False
	return not any(issubclass(kind, list | tuple | set | frozenset) for kind in set(map(type, values)))


def _keep_indexes(table):
	"""A changed column makes a table anew: without its primary key and indexes names are not unique, and every look-up
	reads all of it."""
	alter = table.alter

	def alter_and_index(self):
		import monoframe

		before = _read_indexes(self.table_name)
		alter(self)
		lost = before.keys() - _read_indexes(self.table_name).keys()
		unwanted = {f"({column.fieldname})" for column in (*self.drop_index, *self.drop_unique)}
		for statement in (before[name] or _index_primary_key(self.table_name) for name in lost):
			if not statement.translate(WITHOUT_QUOTES).endswith(tuple(unwanted)):
				monoframe.db.sql_ddl(statement)

	table.alter = alter_and_index


def _make_indexes(table):
	"""A new table came without the indexes its fields ask for, and a changed one named them as another table's, which
	SQLite passes over: names of indexes are one namespace for the whole database."""
	for name in ("create", "alter"):
		setattr(table, name, _with_indexes(getattr(table, name)))


def _name_indexes(database):
	add_index = database.add_index

	def add_named_index(self, doctype, fields, index_name=None):
		add_index(self, doctype, fields, index_name or f"tab{doctype}_{'_'.join(fields)}_index")

	database.add_index = add_named_index


def _with_indexes(change):
	def change_and_index(self):
		import monoframe

		change(self)
		for field in (column.fieldname for column in self.columns.values() if column.set_index):
			if not monoframe.db.get_column_index(self.table_name, field, unique=False):
				index = f"{self.table_name}_{field}_index"
				monoframe.db.sql_ddl(
					f'CREATE INDEX IF NOT EXISTS "{index}" ON "{self.table_name}" ("{field}")'
				)

	return change_and_index


def _read_indexes(table_name):
	"""Name -> statement that makes it; None for that of the primary key, which is part of the table."""
	import monoframe

	return dict(
		monoframe.db.sql(
			"select name, sql from sqlite_master where type = 'index' and tbl_name = %s", (table_name,)
		)
	)


def _index_primary_key(table_name):
	return f'CREATE UNIQUE INDEX IF NOT EXISTS "{table_name}_name" ON "{table_name}" (name)'


def _moment(value):
	return datetime.datetime.fromisoformat(str(value))


def _date_difference(later, earlier):
	return (_moment(later).date() - _moment(earlier).date()).days


def _format_date(value, pattern):
	return _moment(value).strftime(pattern.replace("%i", "%M").replace("%s", "%S"))


def _null_for_null(function):
	"""As in MariaDB: NULL in, NULL out."""
	return lambda *values: None if None in values else function(*values)


# name: (number of arguments, function)
MARIADB_FUNCTIONS = {
	"now": (0, lambda: str(datetime.datetime.now())),
	"curdate": (0, lambda: str(datetime.date.today())),
	"if": (3, lambda condition, yes, no: yes if condition else no),
	"year": (1, _null_for_null(lambda value: _moment(value).year)),
	"month": (1, _null_for_null(lambda value: _moment(value).month)),
	"quarter": (1, _null_for_null(lambda value: (_moment(value).month + 2) // 3)),
	"datediff": (2, _null_for_null(_date_difference)),
	"date_format": (2, _null_for_null(_format_date)),
	"concat": (-1, _null_for_null(lambda *values: "".join(map(str, values)))),
	"concat_ws": (-1, lambda separator, *values: separator.join(str(v) for v in values if v is not None)),
	"greatest": (-1, _null_for_null(max)),
	"least": (-1, _null_for_null(min)),
}


def _add_functions(database):
	connect = database.get_connection

	def get_connection(self, read_only=False):
		connection = connect(self, read_only)
		for name, (arguments, function) in MARIADB_FUNCTIONS.items():
			connection.create_function(name, arguments, function)
		return connection

	database.get_connection = get_connection
