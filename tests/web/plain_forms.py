"""The forms of a page as a browser without JavaScript has them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_Attributes = list[tuple[str, str | None]]


@dataclass
class PlainForm:
    """One form: where it is sent, its fields, and its buttons with their words."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, tuple[str, str] | None]] = field(default_factory=list)

    def pressed(self, words: str) -> dict[str, list[str]] | None:
        """Return what is sent when the button that begins with these words is pressed."""
        for text, value in self.buttons:
            if text.startswith(words):
                sent: dict[str, list[str]] = {}
                for name, content in [*self.fields, *([value] if value else [])]:
                    sent.setdefault(name, []).append(content)
                return sent
        return None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PlainForm] = []
        self._words: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(PlainForm(values.get("action", "")))
        elif tag == "input" and self.forms and values.get("name"):
            self.forms[-1].fields.append((values["name"], values.get("value", "")))
        elif tag == "button" and self.forms and values.get("type") == "submit":
            value = (values["name"], values.get("value", "")) if "name" in values else None
            self.forms[-1].buttons.append(("", value))
            self._words = []

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data.strip())

    def handle_endtag(self, tag: str) -> None:
        if tag == "button" and self._words is not None:
            _, value = self.forms[-1].buttons[-1]
            self.forms[-1].buttons[-1] = ("".join(self._words), value)
            self._words = None


def forms_of(page: str) -> list[PlainForm]:
    """Return the forms of a page in their order."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms
