"""The frame around every screen: dialogs, help, pages, and leaving."""
