"""The counsellors' cockpit: search while typing, ready texts, marks for the editors, the counselling log."""
