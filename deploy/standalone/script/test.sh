# All tests, and one honest line at the end. Each stage adds to PASSED, FAILED, SKIPPED; a stage that breaks down counts as failed.

. "$SCRIPTS/test-commands.sh"

PASSED=0 FAILED=0 SKIPPED=0
REPORTS=$WORK/reports

# Adds up JUnit reports (Surefire, Failsafe, Vitest), given as files.
count_reports() {
  local file numbers
  for file in "$@"; do
    [ -f "$file" ] || continue
    numbers=$(suite_numbers "$file")
    # shellcheck disable=SC2086  # three numbers on purpose
    set_counts $numbers
    list_failures "$file"
  done
}

set_counts() {
  FAILED=$((FAILED + $2))
  SKIPPED=$((SKIPPED + $3))
  PASSED=$((PASSED + $1 - $2 - $3))
}

# Tests, failures with errors, and skipped of one report: the sums over its <testsuite> elements.
suite_numbers() {
  tr '\n' ' ' <"$1" | grep -o '<testsuite [^>]*>' | awk '
    function attribute(name,   found) {
      if (match($0, " " name "=\"[0-9]+\"")) {
        found = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", found); return found + 0
      }
      return 0
    }
    { tests += attribute("tests"); bad += attribute("failures") + attribute("errors"); skipped += attribute("skipped") }
    END { print tests + 0, bad + 0, skipped + 0 }'
}

# What failed, and the beginning of why.
list_failures() {
  tr '\n' ' ' <"$1" | sed 's/<testcase /\n&/g' | grep -E '^<testcase [^>]*[^/]>.*<(failure|error)[ />]' |
    sed -En 's/^<testcase name="([^"]*)" classname="([^"]*)"/<testcase classname="\2" name="\1"/
      s/^<testcase classname="([^"]*)" name="([^"]*)".*<(failure|error) message="([^"]{0,300}).*/  не прошёл: \1 \2\n    \4/p
      s/^<testcase classname="([^"]*)" name="([^"]*)".*/  не прошёл: \1 \2/p' || true
}

broken() {
  FAILED=$((FAILED + 1))
  say "  $1"
}

java_tests() {
  local what=$1 goal=verify log=$WORK/test-java.log status=0 options=()
  case $what in
    unit) goal=test ;;
    integration) options=(-Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false) ;;
  esac
  say "Java: $what…"
  find "$ROOT" -path '*/target/*-reports' -type d -not -path '*/node_modules/*' -exec rm -rf {} + 2>/dev/null || true
  find "$ROOT" -path '*/target/clauses' -type d -not -path '*/node_modules/*' -exec rm -rf {} + 2>/dev/null || true
  [ "$goal" = test ] || packaging_begins
  # Two modules at once: the tests of a service wait for Kafka and the clock more than they work.
  maven "$log" -T 2 --fail-at-end -Dmaven.test.failure.ignore=true -Dspring-boot.repackage.skip=true \
    ${options[@]+"${options[@]}"} "$goal" || status=$?
  count_reports "$ROOT"/target/*-reports/TEST-*.xml "$ROOT"/*/target/*-reports/TEST-*.xml "$ROOT"/*/*/target/*-reports/TEST-*.xml
  if [ "$status" -ne 0 ]; then
    show_errors "$log"
    broken "сборка Java не удалась"
  elif [ "$goal" = verify ]; then
    packaging_is_done
  fi
}

vitest() {
  local name=$1 status=0
  shift
  rm -f "$REPORTS/$name.xml"
  mkdir -p "$REPORTS"
  (cd "$ROOT/console" && npx vitest run "$@" --reporter=default --reporter=junit --outputFile.junit="$REPORTS/$name.xml") \
    >"$WORK/test-$name.log" 2>&1 || status=$?
  [ -z "$VERBOSE" ] || cat "$WORK/test-$name.log"
  local before=$FAILED
  count_reports "$REPORTS/$name.xml"
  if [ "$status" -ne 0 ] && [ "$FAILED" -eq "$before" ]; then
    tail -n 20 "$WORK/test-$name.log" >&2
    broken "проверки «$name» прервались, весь вывод: $WORK/test-$name.log"
  fi
}

console_tests() {
  say "Консоль…"
  console_packages
  (cd "$ROOT/console" && npm run --silent lint && npx tsc -b) >"$WORK/lint.log" 2>&1 || {
    tail -n 30 "$WORK/lint.log" >&2
    broken "проверка кода консоли (lint, tsc) не прошла"
  }
  vitest console --project unit
}

chromium_path() {
  local place
  for place in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -n "$place" ] && [ -x "$place" ]; then
      echo "$place"
      return 0
    fi
  done
  return 1
}

# Debian's chromium, when it is missing and may be installed.
need_chromium() {
  ! chromium_path >/dev/null || return 0
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
  say "Устанавливаю chromium…"
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } \
    >"$WORK/chromium.log" 2>&1 || return 1
  chromium_path >/dev/null
}

# What is tried from outside: in a browser, and by every command that the READMEs name. Both have an Otklik of their own with fresh
# data and ports nobody uses.
live_tests() {
  local folder base otklik stage
  console_packages
  build_java
  build_console
  folder=$(mktemp -d)
  base=$(free_block)
  if start_otklik; then
    for stage in "$@"; do
      $stage || broken "этап «$stage» прервался"
    done
  else
    tail -n 20 "$WORK/test-up.log" >&2
    broken "Отклик для проверок снаружи не запустился"
  fi
  kill -TERM "$otklik" 2>/dev/null || true
  wait "$otklik" 2>/dev/null || true
  rm -rf "$folder"
}

# Sets otklik to the process; returns when it is ready.
start_otklik() {
  (OTKLIK_STATE=$folder/state exec "$ROOT/otklik" up --port-base "$base") >"$WORK/test-up.log" 2>&1 &
  otklik=$!
  await_up "$otklik"
}

browser_tests() {
  say "Браузер…"
  local files
  files=$(find "$ROOT/console/test/browser" -name '*.test.ts' | wc -l)
  if ! need_chromium; then
    say "  пропущено: нет chromium, и установить его здесь нельзя (Debian: apt-get install chromium)"
    SKIPPED=$((SKIPPED + files))
    return 0
  fi
  OTKLIK_URL=http://127.0.0.1:$base OTKLIK_SIMULATORS_URL=http://127.0.0.1:$((base + 10)) vitest browser --project browser
}

# A number from which on a block of ports is free: below those the system gives out by itself.
free_block() {
  local base port
  for base in 21000 22000 23000 24000 25000 26000; do
    for port in $(seq "$base" $((base + 13))); do
      ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || continue 2
    done
    echo "$base"
    return 0
  done
}

await_up() {
  local waited=0
  while [ "$waited" -lt 360 ]; do
    ! grep -q 'Отклик готов' "$WORK/test-up.log" || return 0
    kill -0 "$1" 2>/dev/null || return 1
    sleep 0.5
    waited=$((waited + 1))
  done
  return 1
}

# Every clause that a profile marks as done is held by a test of this run. Only the whole run can say so.
clause_tests() {
  local said
  say "Пункты регламентов…"
  if said=$(program clauses --root "$ROOT" --done 2>&1); then
    PASSED=$((PASSED + 1))
  else
    broken "$said"
  fi
}

# One after the other, whatever became of the one before.
stages() {
  local stage
  for stage in "$@"; do
    $stage || broken "этап «$stage» прервался"
  done
}

# Success: something passed and nothing failed.
finish() { [ "$2" -eq 0 ] && [ "$1" -gt 0 ]; }

run_tests() {
  local what=$1 started=$SECONDS
  need_jdk
  need_maven
  need_node
  mkdir -p "$REPORTS"
  case $what in
    unit) stages "java_tests unit" console_tests ;;
    integration) stages "java_tests integration" ;;
    browser) stages "live_tests browser_tests" ;;
    commands) stages "live_tests command_tests" ;;
    all) stages "java_tests all" console_tests "live_tests browser_tests command_tests" clause_tests ;;
    *) fail "Не знаю проверок «$what»; есть: unit, integration, browser, commands, all." ;;
  esac
  say "Время: $(((SECONDS - started) / 60)) мин $(((SECONDS - started) % 60)) с"
  say "$PASSED passed, $FAILED failed, $SKIPPED skipped"
  finish "$PASSED" "$FAILED"
}
