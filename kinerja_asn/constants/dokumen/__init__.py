"""Access to each DocType as data, by stage of the year. A DocType of a coming stage is a line in its stage's module."""
