# Starts and stops the program.

# Options of the JVM for everything in one process on a small machine: one collector thread, a bounded heap, quick compilation,
# and an archive of loaded classes that the first start makes for the next ones (one per version of the JDK). A service alone is
# on a server: the whole of the compiler, short pauses.
jvm_options() {
  local version kind="-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
  [ "$1" != service ] || kind=-XX:+UseG1GC
  version=$(jdk_version "$JAVA_HOME")
  echo "$kind -Xms256m -Xmx${OTKLIK_HEAP:-1g} -XX:+ExitOnOutOfMemoryError -Xlog:disable"
  echo "-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --enable-native-access=ALL-UNNAMED"
  [ "$version" -lt 23 ] || echo "--sun-misc-unsafe-memory-access=allow"
  [ "$version" -lt 25 ] || echo "-XX:+UseCompactObjectHeaders"
  [ -z "${OTKLIK_JAVA_OPTIONS:-}" ] || echo "$OTKLIK_JAVA_OPTIONS"
}

class_path() { printf '%s:%s/*' "$JAR" "$LIBRARIES"; }

# Replaces this script by the program, or by the class that MAIN names.
java_program() {
  need_jdk
  local options
  options=$(jvm_options "${1:-}")
  export OTKLIK_STATE=$STATE OTKLIK_CONSOLE=${OTKLIK_CONSOLE:-$ROOT/console/dist}
  # shellcheck disable=SC2086  # the options are words on purpose
  exec "$JAVA_HOME/bin/java" $options ${CLASS_ARCHIVE:-} -cp "$(class_path)" "${MAIN:-otklik.standalone.Otklik}" "$@"
}

# What runs in this folder is not built anew under its feet.
program() {
  { [ -f "$JAR" ] && [ -n "$(running_pid)" ]; } || build_java >&2
  java_program "$@"
}

up() {
  case " $* " in *' --help '* | *' -h '*) program up "$@" ;; esac
  build_java
  build_console
  mkdir -p "$STATE"
  need_jdk
  local archive
  archive=$WORK/classes-$(jdk_version "$JAVA_HOME").jsa
  if [ -f "$archive" ]; then
    CLASS_ARCHIVE="-XX:SharedArchiveFile=$archive"
  else
    CLASS_ARCHIVE="-XX:DumpLoadedClassList=${archive%.jsa}.lst -Dotklik.archive=$archive"
  fi
  java_program up "$@"
}

# The process that runs here, nothing if none does. A number left behind by a killed one may belong to another program by now.
running_pid() {
  local pid
  pid=$(cat "$STATE/otklik.pid" 2>/dev/null) || return 0
  if kill -0 "$pid" 2>/dev/null && ps -p "$pid" -o args= 2>/dev/null | grep -q 'otklik\.standalone\.Otklik'; then
    echo "$pid"
  fi
}

stop_running() {
  local pid waited=0
  pid=$(running_pid)
  [ -n "$pid" ] || { say "В этой папке ничего не запущено."; return 0; }
  kill -TERM "$pid"
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.5
    waited=$((waited + 1))
    [ "$waited" -lt 180 ] || fail "Процесс $pid не остановился за полторы минуты; журнал: $STATE/logs/otklik.log"
  done
  say "Остановлено."
}

# Measurements run with the whole of the compiler and more memory than the standalone takes: figures are of a server, not of a laptop's start.
bench() {
  build_java >&2
  need_jdk
  # The service itself is measured by casework: with the collector that a process of its own gets, whose pauses are short.
  local version collector=-XX:+UseParallelGC options
  [ "${1:-}" != casework ] || collector=-XX:+UseG1GC
  options="$collector -Xms1g -Xmx${OTKLIK_HEAP:-3g} -Xlog:disable --enable-native-access=ALL-UNNAMED"
  version=$(jdk_version "$JAVA_HOME")
  [ "$version" -lt 23 ] || options="$options --sun-misc-unsafe-memory-access=allow"
  [ "$version" -lt 25 ] || options="$options -XX:+UseCompactObjectHeaders"
  # shellcheck disable=SC2086  # the options are words on purpose
  exec "$JAVA_HOME/bin/java" $options ${OTKLIK_JAVA_OPTIONS:-} -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -cp "$ROOT/bench/target/bench-0.1.0.jar:$ROOT/bench/target/lib/*" otklik.bench.Bench "$@"
}
