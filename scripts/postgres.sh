# A throw-away PostgreSQL for tests: nothing is kept, so nothing is synced to disk. Sourced.

start_test_postgres() {
  test_postgres=$(mktemp -d /tmp/kim-test-XXXXXX)
  trap stop_test_postgres EXIT
  [ "$(id -u)" -ne 0 ] || chown postgres: "$test_postgres"

  as_postgres initdb --pgdata "$test_postgres/cluster" --username kim --auth trust --encoding UTF8 --locale C.UTF-8 \
    --locale-provider icu --icu-locale id-ID --no-sync --no-instructions >/dev/null
  cat >>"$test_postgres/cluster/postgresql.conf" <<EOF
listen_addresses = ''
unix_socket_directories = '$test_postgres'
unix_socket_permissions = 0700
max_connections = 300
fsync = off
synchronous_commit = off
full_page_writes = off
jit = off
EOF
  as_postgres pg_ctl --pgdata "$test_postgres/cluster" --log "$test_postgres/log" --wait --silent start
  export KIM_TEST_POSTGRES="Host=$test_postgres;Username=kim;Database=postgres"
}

stop_test_postgres() {
  as_postgres pg_ctl --pgdata "$test_postgres/cluster" --mode immediate --wait --silent stop || true
  rm -rf "$test_postgres"
}

# PostgreSQL refuses to run as root.
as_postgres() {
  local program
  program=$(find_postgres)/$1
  shift
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && setpriv --reuid postgres --regid postgres --init-groups --no-new-privs "$program" "$@")
  else
    "$program" "$@"
  fi
}
