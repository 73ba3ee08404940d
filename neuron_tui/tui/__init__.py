"""The game on the screen: the app, and a room per feature."""
