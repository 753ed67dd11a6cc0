"""The host's own plugins: the same shape as anyone's, found through the same entry points."""
