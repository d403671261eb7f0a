# What a machine needs for Pasar KIM. Sourced; needs_… install what is missing when they may, else say how.

readonly oldest_postgres=15

needs_dotnet() {
  if ! command -v dotnet >/dev/null || ! (cd "${root:?}" && dotnet --version) >/dev/null 2>&1; then
    echo "Pasar KIM is built with the .NET 10 SDK, which was not found: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 2
  fi
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
}

# needs_packages PACKAGE…: names of Debian packages; each is asked for by what it is wanted for.
needs_packages() {
  local package missing=()
  for package in "$@"; do
    has_package "$package" || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    return
  fi

  local command=(apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}")
  if ! command -v apt-get >/dev/null; then
    echo "Missing here: ${missing[*]} (names of Debian packages). Install what this system calls them." >&2
    exit 2
  fi

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      echo "Some packages are missing. Please run this, then try again:" >&2
      echo "  sudo ${command[*]}" >&2
      exit 2
    fi
    as_root=(sudo -n)
  fi

  echo "Installing ${missing[*]} …" >&2
  keep_packaged_cluster_away "${as_root[@]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq -o DPkg::Lock::Timeout=300 >&2 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${command[@]}" >&2
}

has_package() {
  case "$1" in
    postgresql) has_postgres ;;
    libvips-tools) command -v vips ;;
    zbar-tools) command -v zbarimg ;;
    chromium-headless-shell) command -v chromium-headless-shell || command -v chromium ;;
    *) command -v "$1" ;;
  esac >/dev/null
}

has_postgres() {
  find_postgres >/dev/null
}

# Prints the folder of the newest PostgreSQL that is new enough.
find_postgres() {
  if [ -n "${KIM_PG_BIN:-}" ]; then
    echo "$KIM_PG_BIN"
    return
  fi

  local folder version best=0
  for folder in /usr/lib/postgresql/*/bin; do
    version=${folder#/usr/lib/postgresql/}
    version=${version%/bin}
    if [ -x "$folder/initdb" ] && [ "$version" -ge $oldest_postgres ] && [ "$version" -gt "$best" ]; then
      best=$version
    fi
  done
  [ "$best" -gt 0 ] && echo "/usr/lib/postgresql/$best/bin"
}

# Debian's package makes and starts a cluster of its own at first install. Where PostgreSQL is new to the machine
# nobody asked for one: ours lives in the data folder.
keep_packaged_cluster_away() {
  if [ ! -e /etc/postgresql-common ]; then
    "$@" mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' | "$@" tee /etc/postgresql-common/createcluster.d/pasar-kim.conf >/dev/null
  fi
}
