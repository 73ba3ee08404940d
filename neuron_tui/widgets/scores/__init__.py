"""The pictures of the scoreboard."""
