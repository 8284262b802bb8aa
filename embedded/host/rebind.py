"""Replace a function wherever the framework has already imported it by name."""

import sys


def rebind(original, replacement):
	for name, module in list(sys.modules.items()):
		if name.partition(".")[0] == "monoframe":
			for key, value in list(vars(module).items()):
				if value is original:
					setattr(module, key, replacement)
