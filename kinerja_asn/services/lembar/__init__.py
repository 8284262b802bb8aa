"""Plans as worksheets (xlsx): ``tulis`` and ``baca`` know the file, ``susun`` the rows, ``ekspor`` and ``impor`` the SKP."""
