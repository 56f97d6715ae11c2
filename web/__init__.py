"""Everything over HTTP: the chat interface, the widget and the pages."""
