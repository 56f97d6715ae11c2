"""Measurement: questions with known answers, what the bot makes of them, and numbers that can be trusted."""
