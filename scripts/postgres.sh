#!/bin/sh
# A PostgreSQL on 127.0.0.1:5432 with the suite's role: uses the one that answers, else starts one
# of its own, which does not wait for the disk: what tests write is thrown away.
set -eu
if ! (command -v pg_isready >/dev/null && pg_isready -q -h 127.0.0.1 -p 5432); then
  version=$(ls /usr/lib/postgresql | sort -n | tail -1)
  pg_lsclusters -h | grep -q "^$version *thidua " || pg_createcluster -p 5432 \
    -o fsync=off -o full_page_writes=off -o synchronous_commit=off "$version" thidua
  pg_ctlcluster "$version" thidua start
  for _ in 1 2 3 4 5 6 7 8 9 10; do pg_isready -q -h 127.0.0.1 -p 5432 && break; sleep 1; done
fi
if ! PGPASSWORD=thidua psql -q -h 127.0.0.1 -U thidua -d postgres -c 'select 1' >/dev/null 2>&1; then
  su postgres -c "psql -q -v ON_ERROR_STOP=1" <<'SQL'
CREATE ROLE thidua LOGIN CREATEDB PASSWORD 'thidua';
CREATE DATABASE thidua OWNER thidua;
SQL
fi
