"""The chain of decisions (design.md §5.6): what was decided is linked to what was decided before it, and checked."""
