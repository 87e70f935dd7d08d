# What the launchers share: building their modules once, and again when a source is newer.
# Before this is sourced: `name` (the command), `root` (the checkout), `home` (the module of the
# command), `modules` (all that it is built from, in build order), and `prepare`, a function that is
# called after each build; what it does must not be needed.
target=$root/$home/target
stamp=$target/$name.stamp

# Whether a source is newer than what was built from it.
stale() {
  [ ! -e "$stamp" ] && return 0
  local sources=("$root/pom.xml") module
  for module in "${modules[@]}"; do
    sources+=("$root/$module/pom.xml" "$root/$module/src/main")
  done
  [ -n "$(find "${sources[@]}" -newer "$stamp" -print -quit)" ]
}

build() {
  echo "$name: building, once …" >&2
  local log=$root/target/$name-build.log
  mkdir -p "$root/target"
  local started
  started=$(mktemp "$root/target/started.XXXXXX")
  if ! (cd "$root" && mvn -B -q -ntp package -DskipTests -P '!analysis' \
    -pl "$(IFS=,; echo "${modules[*]}")") >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "$name: the build failed; all of it is in $log" >&2
    rm -f "$started"
    exit 4
  fi
  prepare || true
  mv "$started" "$stamp"
}

# The launchers build into the same folders, so they wait for one another.
build_once() {
  stale || return 0
  mkdir -p "$root/target"
  if command -v flock >/dev/null; then
    exec 9>"$root/target/attune-build.lock"
    flock 9
    if stale; then build; fi
    exec 9>&-
  else
    build
  fi
}
