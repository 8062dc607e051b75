"""How the catalog changes under MySQL and MariaDB, where that is not as under PostgreSQL."""
