"""Pages for people with an account: sign-in, one's own account, all accounts, the log of what was done."""
