"""The Dokumen Evaluasi Kinerja (Pasal 28; p. 114-119): issued, frozen, handed over, returned, reported, verified."""
