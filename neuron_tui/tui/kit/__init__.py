"""Widgets and helpers that several rooms share."""
