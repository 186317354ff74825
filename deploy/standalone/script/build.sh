# Builds what is older than its sources. The output goes to target/otklik/*.log and to the screen only when something fails.

JAR=$ROOT/deploy/standalone/target/standalone-0.1.0.jar
LIBRARIES=$ROOT/deploy/standalone/target/lib

# Whether anything of the paths is newer than the stamp; folders count, so that a removed file is noticed too.
changed_since() {
  local stamp=$1 newer
  shift
  [ -f "$stamp" ] || return 0
  newer=$(find "$@" -newer "$stamp" -print 2>/dev/null | head -n 1) || true
  [ -n "$newer" ]
}

java_is_current() {
  [ -f "$JAR" ] && [ -d "$LIBRARIES" ] || return 1
  ! changed_since "$WORK/java.stamp" "$ROOT"/pom.xml "$ROOT"/*/pom.xml "$ROOT"/libs/*/pom.xml "$ROOT"/deploy/*/pom.xml \
    "$ROOT"/*-service/src/main "$ROOT"/bench/src/main "$ROOT"/libs/*/src/main "$ROOT"/deploy/*/src/main
}

# Shows how Maven gets on, one line a module that is rewritten in place on a terminal.
maven_progress() {
  local line last=
  while IFS= read -r line; do
    [ -z "$VERBOSE" ] || { say "$line"; continue; }
    case $line in
      '[INFO] Building Otklik'*'['*']')
        last=${line##*[}
        if [ -t 1 ]; then
          printf '\r\033[K  сборка %s %s' "${last%]}" "$(printf '%s' "${line#*Building }" | sed 's/ 0\.[0-9.]*.*//')"
        fi
        ;;
    esac
  done
  { [ -z "$VERBOSE" ] && [ -t 1 ] && printf '\r\033[K'; } || true
}

# Runs Maven with the output in a log; shows the errors of the log when it fails.
maven() {
  local log=$1 status=0
  shift
  need_jdk
  need_maven
  mkdir -p "$WORK"
  (cd "$ROOT" && mvn -B -Dstyle.color=never "$@" 2>&1) | tee "$log" | maven_progress || status=$?
  return "$status"
}

show_errors() {
  grep -E '^\[ERROR\]|COMPILATION|BUILD FAILURE' "$1" | grep -v 'Re-run Maven\|re-run Maven\|\[Help' | head -n 30 >&2 || true
  say "Весь вывод: $1" >&2
}

# Around whatever packages all modules: the program is as new as its sources were when that began.
packaging_begins() {
  mkdir -p "$WORK"
  touch "$WORK/java.stamp.new"
  rm -rf "$LIBRARIES" "$WORK"/classes-*
}

packaging_is_done() { mv "$WORK/java.stamp.new" "$WORK/java.stamp"; }

build_java() {
  java_is_current && return 0
  local started=$SECONDS
  say "Собираю Java (в первый раз ещё и загружаю библиотеки)…"
  packaging_begins
  if ! maven "$WORK/build.log" -T 2 -Dmaven.test.skip=true -Dspotless.check.skip=true -Dspring-boot.repackage.skip=true package; then
    show_errors "$WORK/build.log"
    fail "Сборка Java не удалась."
  fi
  packaging_is_done
  say "  Java собрана за $((SECONDS - started)) с"
}

console_packages() {
  local stamp=$ROOT/console/node_modules/.otklik-stamp
  need_node
  changed_since "$stamp" "$ROOT/console/package.json" "$ROOT/console/package-lock.json" || return 0
  say "Загружаю библиотеки консоли…"
  if ! (cd "$ROOT/console" && npm ci --no-audit --no-fund --loglevel=error) >"$WORK/npm.log" 2>&1; then
    tail -n 20 "$WORK/npm.log" >&2
    fail "Библиотеки консоли не загрузились, весь вывод: $WORK/npm.log"
  fi
  touch "$stamp"
}

build_console() {
  local dist=$ROOT/console/dist stamp=$WORK/console.stamp started=$SECONDS
  mkdir -p "$WORK"
  if [ -f "$dist/index.html" ] && ! changed_since "$stamp" "$ROOT/console/src" "$ROOT/console/public" "$ROOT"/console/*.json \
    "$ROOT"/console/*.ts "$ROOT/console/index.html"; then
    return 0
  fi
  console_packages
  say "Собираю консоль…"
  touch "$stamp.new"
  if ! (cd "$ROOT/console" && npm run --silent build) >"$WORK/console.log" 2>&1; then
    tail -n 30 "$WORK/console.log" >&2
    fail "Сборка консоли не удалась, весь вывод: $WORK/console.log"
  fi
  mv "$stamp.new" "$stamp"
  say "  консоль собрана за $((SECONDS - started)) с"
}
