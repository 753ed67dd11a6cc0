"""The practices that ship with Safe Harbor; each could leave and become a distribution of its own."""
