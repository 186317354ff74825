# Finds what the machine has. Every refusal is one sentence that says what to do.

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Major version of the JDK in a folder, 0 if there is none. Read from its "release" file: starting java costs half a second.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || { echo 0; return; }
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release" 2>/dev/null | head -n 1)
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  version=${version#1.}
  version=${version%%[!0-9]*}
  echo "${version:-0}"
}

# Where JDKs are commonly found, one folder a line; those somebody chose come first.
jdk_places() {
  [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
  local java
  java=$(command -v java 2>/dev/null || true)
  if [ -n "$java" ]; then
    java=$(readlink -f "$java" 2>/dev/null || echo "$java")
    dirname "$(dirname "$java")"
  fi
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v 21+ 2>/dev/null || true
  local place
  for place in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/jdk* /opt/java/* /opt/*jdk* /usr/local/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ ! -d "$place" ] || echo "$place"
  done
}

# Sets JAVA_HOME to the first JDK 21 or newer.
need_jdk() {
  [ -z "${JDK_FOUND:-}" ] || return 0
  local place
  while IFS= read -r place; do
    if [ "$(jdk_version "$place")" -ge 21 ]; then
      export JAVA_HOME=$place
      JDK_FOUND=1
      return 0
    fi
  done < <(jdk_places)
  fail "Нужен JDK 21 или новее, а на этой машине его не видно: установите его (Debian: apt-get install openjdk-21-jdk) или укажите папку в JAVA_HOME."
}

need_maven() {
  command -v mvn >/dev/null 2>&1 ||
    fail "Нужен Maven 3.8 или новее, а команды mvn нет: установите его (Debian: apt-get install maven)."
}

# Puts a Node 20 or newer first on the PATH.
need_node() {
  local node
  for node in "$(command -v node 2>/dev/null || true)" "$HOME"/.nvm/versions/node/*/bin/node "$HOME"/.volta/bin/node \
    "$HOME"/.local/share/mise/installs/node/*/bin/node /usr/local/bin/node /opt/node*/bin/node /opt/homebrew/bin/node; do
    [ -n "$node" ] && [ -x "$node" ] || continue
    if [ "$("$node" -p 'parseInt(process.versions.node)' 2>/dev/null || echo 0)" -ge 20 ]; then
      [ "$(command -v node 2>/dev/null || true)" = "$node" ] || export PATH="$(dirname "$node"):$PATH"
      command -v npm >/dev/null 2>&1 || continue
      return 0
    fi
  done
  fail "Нужен Node 20 или новее вместе с npm, чтобы собрать консоль: установите его с nodejs.org или пакетом системы."
}
