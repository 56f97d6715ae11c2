"""What templates are filled from: one frozen dataclass a template, by part of the site."""
