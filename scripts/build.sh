# Builds the program when its sources have changed. Sourced; sets $app.

# Each state of the sources has a folder of its own, so that a build never writes under a program that is running.
# It is the published form that runs, as in production: compiled for this machine ahead, so that it opens at once.
build_app() {
  local builds=${root:?}/artifacts/app state
  state=$(print_sources | sha256sum | cut -c1-16)
  app=$builds/$state/Kim.Market.Web
  if [ -x "$app" ]; then
    return
  fi

  needs_dotnet
  echo "Building …" >&2
  rm -rf "$builds/$state.new"
  dotnet publish "$root/src/Kim.Market.Web" --configuration Release --use-current-runtime --no-self-contained \
    -p:PublishReadyToRun=true -p:RunAnalyzers=false --output "$builds/$state.new" --verbosity quiet >&2
  forget_older_builds "$builds"
  mv "$builds/$state.new" "$builds/$state"
}

# A line for every file the build reads, which changes whenever the file is written.
print_sources() {
  (
    cd "$root" || exit
    find src seeds global.json Directory.* -type f -printf '%p %s %T@\n' 2>/dev/null || true
  ) | LC_ALL=C sort
}

# Keeps the last one: a server of it may still be running.
forget_older_builds() {
  find "$1" -mindepth 1 -maxdepth 1 -type d ! -name '*.new' -printf '%T@ %p\n' | sort -rn | tail -n +2 | cut -d' ' -f2- |
    while read -r old; do
      rm -rf "$old"
    done
}
