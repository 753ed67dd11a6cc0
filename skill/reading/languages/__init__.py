"""The languages that words can be read in, a folder each; a new one is a folder with its ``LANGUAGE``."""
