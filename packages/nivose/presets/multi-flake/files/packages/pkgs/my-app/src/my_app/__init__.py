"""Tells how a station is."""
