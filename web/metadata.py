"""What pages tell search engines: a description in one line, and structured data of schema.org.

Nothing here is shown, and nothing is said that the page does not say: no date but those of the entry, no
organisation above the department, since some answers belong to nobody in the city hall.
"""

from collections.abc import Sequence

from chatbot.knowledge.entry import without_emphasis
from web.schemas import Answer, EntryLink

DESCRIPTION_LIMIT = 150

_CONTEXT = "https://schema.org"

Data = dict[str, object]


def describe(lead: Sequence[str]) -> str:
    """Return as many whole sentences of the lead as fit, or the beginning of the first."""
    text = ""
    for sentence in lead:
        longer = f"{text} {without_emphasis(sentence)}".strip()
        if len(longer) > DESCRIPTION_LIMIT:
            break
        text = longer
    if text or not lead:
        return text
    return without_emphasis(lead[0])[: DESCRIPTION_LIMIT - 1].rsplit(" ", 1)[0] + "…"


def entry_data(answer: Answer, city: str, url: str, language: str = "ko") -> Data:
    """Return the question with its approved answer, and the service that it is about."""
    changed = answer.checked_on.isoformat() if answer.checked_on else answer.as_of
    return {
        "@context": _CONTEXT,
        "@graph": [
            {
                "@type": "FAQPage",
                "url": url,
                "inLanguage": language,
                "dateModified": changed,
                "mainEntity": [
                    {
                        "@type": "Question",
                        "name": answer.question,
                        "acceptedAnswer": {
                            "@type": "Answer",
                            "text": without_emphasis("\n".join(answer.lead)),
                            "url": url,
                        },
                    }
                ],
            },
            {
                "@type": "GovernmentService",
                "name": answer.title,
                "serviceType": answer.topic_name,
                "url": url,
                "areaServed": {"@type": "City", "name": city},
                "provider": {
                    "@type": "Organization",
                    "name": answer.department,
                    # The number may be the call centre's, which answers for departments without one.
                    "contactPoint": {
                        "@type": "ContactPoint",
                        "name": answer.contact.name,
                        "telephone": answer.contact.phone,
                    },
                },
            },
        ],
    }


def topic_data(name: str, questions: Sequence[EntryLink], base_url: str) -> Data:
    """Return the questions of a topic in the order of the page."""
    return {
        "@context": _CONTEXT,
        "@type": "ItemList",
        "name": name,
        "numberOfItems": len(questions),
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": question.question,
                "url": f"{base_url}/faq/{question.entry_id}",
            }
            for position, question in enumerate(questions, start=1)
        ],
    }
