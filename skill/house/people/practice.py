"""The practice itself, for the modules beside it to put their handlers on."""

from __future__ import annotations

from skill import NoState, Practice

people: Practice[NoState] = Practice("people")
