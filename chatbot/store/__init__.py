"""What is kept: talks without personal numbers. The only package that knows SQLAlchemy and Alembic."""
